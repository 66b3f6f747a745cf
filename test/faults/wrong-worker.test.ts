import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../src/server/open-store.ts'
import { openSystem, type System } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'
import { findAnyJob } from '../../src/store/jobs.ts'
import { copyPostgresDatabase } from '../support/databases.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { S3Server } from '../support/s3-server.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { openTestLog } from '../support/test-log.ts'
import { until } from '../support/until.ts'

const [OLD, NEW, OTHER] = ['o', 'n', 'x'].map((letter) => Buffer.alloc(32, letter).toString('base64')) as [
  string,
  string,
  string,
]
const SAID = 'I have had a headache for three days.'

async function readiness({ ask }: TestSystem): Promise<unknown[]> {
  const answer = await ask('/health/ready')
  return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code]
}

test('a process with another key, or with none, takes no work: it does not start, and one that runs is not ready', async () => {
  await using store = await S3Server.open()
  const blobs = { blobsUrl: store.url('clinic'), blobsKeyId: store.key.id, blobsSecret: store.key.secret }
  const settings = { databaseUrl: await copyPostgresDatabase(), ...blobs }
  await using server = await openTestSystem({ ...settings, masterKey: OLD }, false)
  const data = await mkdtemp(join(tmpdir(), 'osler-test-worker-'))
  const worker = (masterKey: string | undefined) => ({
    ...readConfig({ OSLER_LOG: 'silent' }),
    ...{ data, ...settings, masterKey },
  })
  const source = { type: 'transcript', transcript: transcriptOf([SAID]) } as const
  const { submit } = server.system.capabilitiesOf('native').intake
  const { id } = await submit('default', submissionOf({ source, kinds: ['summary'] }))
  for (const wrong of [OTHER, undefined]) await assert.rejects(openStore(worker(wrong)), { code: 'key_lost' })
  const stateIn = async ({ forDoors }: System) => (await findAnyJob(forDoors.db, id))?.status
  assert.equal(await stateIn(server.system), 'ongoing', 'nothing was done to what it could not read')
  assert.deepEqual(await readiness(server), [200, undefined])

  // From here on another key seals, and the server has not been told.
  await using right = await openSystem(worker(`${NEW}\n${OLD}`), openTestLog())
  assert.deepEqual(await readiness(server), [503, 'key_lost'])
  await right.startWork()
  await until('it is done', async () => (await stateIn(right)) === 'succeeded')
  await rm(data, { recursive: true })
})
