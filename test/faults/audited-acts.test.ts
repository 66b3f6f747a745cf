import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ChainedLine } from '../../src/domain/audit.ts'
import { openStore } from '../../src/server/open-store.ts'
import { readConfig } from '../../src/server/settings.ts'
import { listAudit } from '../../src/store/audit.ts'
import { openTestTrail } from '../support/audit-trail.ts'
import { type Act, openActor } from '../support/audited-acts.ts'
import { forgeUnseen } from '../support/forge-audit.ts'
import { killHard, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { makeRandom } from '../support/random.ts'

const [ACTS, KILLS, FORGERIES] = process.env.OSLER_TEST_FULL ? [1000, 20, 130] : [60, 1, 26]
const SEED = Number(process.env.OSLER_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
const AT_ONCE = 4
const ENVIRONMENT = { OSLER_REQUESTS_PER_MINUTE: '1000000' }

test(`of ${ACTS} mixed acts with hang-ups and kills none is without its line, and no forgery is unseen`, async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-acts-'))
  const random = makeRandom(SEED)
  let osler: OslerProcess | undefined
  const act = openActor(random, () => osler?.address ?? '')
  const done: Act[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    osler = await startOsler(data, ENVIRONMENT)
    const acting = Array.from({ length: AT_ONCE }, async () => {
      for (let count = 0; count < ACTS / AT_ONCE / KILLS; count++) done.push(await act())
    })
    // It dies with acts of the others under way.
    await acting[random.below(AT_ONCE)]
    await killHard(osler)
    await Promise.all(acting)
  }
  assert.ok(done.length >= ACTS)

  await using store = await openStore(readConfig({ OSLER_DATA: data, OSLER_LOG: 'silent' }))
  const { db } = store
  const lines = await listAudit(db, { limit: 100_000 })
  const stored = new Set((await db.selectFrom('vocabularies').select('id').execute()).map(({ id }) => id))
  const missing = [...done.filter((each) => isOwed(each, stored) && !lines.some((line) => tells(line, each)))]
  assert.deepEqual(missing, [], `OSLER_TEST_SEED=${SEED}`)
  // What was made and whose maker hung up has the line that stood before it was.
  const subjects = new Set(lines.map(({ subject }) => subject))
  const nameless = [...stored].filter((id) => !subjects.has(id)).length
  const begun = lines.filter(({ action, status }) => action === 'POST /api/vocabularies' && status === null).length
  const told = lines.filter(({ action, subject }) => action === 'POST /api/vocabularies' && subject !== '').length
  assert.ok(begun - told >= nameless, `${nameless} made, ${begun} begun, ${told} told`)

  const read = async (path: string) => (await readFile(join(data, path), 'utf8')).trim()
  const [key, head] = [await read('secrets/audit-key'), { hash: await read('audit-head') }]
  const trail = openTestTrail(db, head, key)
  // The next process begins a chain, from which on the one that was killed is held as well.
  await trail.append({ tenantId: '', keyId: '', userId: '', origin: '', action: 'GET /x', subject: '', status: 200 })
  const { brokenAt, isCut } = await trail.verify()
  assert.deepEqual([brokenAt, isCut], [undefined, undefined], 'no false alarm')
  const unseen = await forgeUnseen(db, (trx) => openTestTrail(trx, head, key), FORGERIES, random)
  assert.deepEqual(unseen, [], `OSLER_TEST_SEED=${SEED}`)
  const unanswered = done.filter(({ status }) => status === undefined).length
  t.diagnostic(`${done.length} acts, ${unanswered} without an answer, ${KILLS} kills, ${lines.length} lines; 0 missing`)
  t.diagnostic(`${FORGERIES} forgeries; 0 unseen`)
  await rm(data, { recursive: true, force: true })
})

/** Whether there must be a line: of whatever was answered, and of what was deleted although nobody was told. */
function isOwed({ action, subject, status }: Act, stored: ReadonlySet<string>): boolean {
  if (status !== undefined) return true
  return action.startsWith('DELETE') && !stored.has(subject)
}

function tells(line: ChainedLine, { action, subject, status }: Act): boolean {
  const isChange = !action.startsWith('GET')
  return line.action === action && line.subject === subject && (isChange || line.status === status)
}
