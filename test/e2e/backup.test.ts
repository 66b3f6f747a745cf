import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { DATABASES, makePostgresDatabase } from '../support/databases.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { killHard, OSLER, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const headers = { authorization: `Bearer ${TEST_KEY}` }

for (const backend of DATABASES) {
  describe(`a backup of ${backend.name}`, () => {
    let root: string
    let backup: string
    let elsewhere: Record<string, string>
    before(async () => {
      root = await mkdtemp(join(tmpdir(), 'osler-test-backup-'))
      backup = join(root, 'backup')
    })
    after(() => rm(root, { recursive: true, force: true }))

    const makeEnvironment = async (): Promise<Record<string, string>> =>
      backend.name === 'PostgreSQL' ? { OSLER_DATABASE_URL: await makePostgresDatabase() } : {}
    const run = (data: string, environment: Record<string, string>, ...words: string[]) =>
      execa(OSLER, words, { env: { OSLER_DATA: join(root, data), OSLER_LOG: 'silent', ...environment }, reject: false })
    const read = async (osler: OslerProcess, path: string) => (await fetch(osler.address + path, { headers })).text()

    test('taken while the server works comes up elsewhere with everything, and what was unfinished goes on', async () => {
      const environment = await makeEnvironment()
      const osler = await startOsler(join(root, 'data'), environment)
      const send = async (text: string) => {
        const body = new FormData()
        body.append('file', await openAsBlob(await speak(text)), 'x.wav')
        const response = await fetch(`${osler.address}/api/consultations`, { method: 'POST', headers, body })
        return `/api/consultations/${((await response.json()) as { id: string }).id}`
      }
      const done = await send('I have had a headache for three days')
      await until('it is heard', async () => /headache/.test(await read(osler, `${done}/transcript`)))
      const unfinished = await send('good morning doctor')
      const made = await run('data', environment, 'backup', backup)
      assert.equal(made.exitCode, 0, made.stderr)
      const transcript = await read(osler, `${done}/transcript`)
      await killHard(osler)

      elsewhere = await makeEnvironment()
      const restored = await run('elsewhere', elsewhere, 'restore', backup)
      assert.equal(restored.exitCode, 0, restored.stderr)
      const again = await startOsler(join(root, 'elsewhere'), elsewhere)
      assert.equal(await read(again, `${done}/transcript`), transcript)
      assert.equal((await fetch(`${again.address}${done}/audio`, { headers })).status, 200)
      await until(
        'the rest is heard',
        async () => /morning/i.test(await read(again, `${unfinished}/transcript`)),
        60_000,
      )
      await killHard(again)
    })

    test('is not written over, and not put over what is there', async () => {
      const twice = await run('elsewhere', elsewhere, 'backup', backup)
      assert.match(twice.stderr, /is there already: name a folder that is not/)
      const over = await run('elsewhere', elsewhere, 'restore', backup)
      assert.match(over.stderr, /already: set OSLER_DATA to an empty folder/)
      const none = await run('new', await makeEnvironment(), 'restore', root)
      assert.match(none.stderr, /is no whole backup/)
      assert.ok((await stat(join(backup, 'backup.json'))).isFile())
    })
  })
}
