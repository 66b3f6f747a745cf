import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { copyPostgresDatabase, DATABASES, makePostgresDatabase } from '../support/databases.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { callOsler, killHard, OSLER, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const headers = { authorization: `Bearer ${TEST_KEY}` }

for (const backend of DATABASES) {
  describe(`a backup of ${backend.name}`, () => {
    let root: string
    let backup: string
    const masterKey = randomBytes(32).toString('base64')
    let elsewhere: Record<string, string>
    before(async () => {
      root = await mkdtemp(join(tmpdir(), 'osler-test-backup-'))
      backup = join(root, 'backup')
    })
    after(() => rm(root, { recursive: true, force: true }))

    const makeEnvironment = async (makeDatabase = makePostgresDatabase): Promise<Record<string, string>> => ({
      OSLER_MASTER_KEY: masterKey,
      ...(backend.name === 'PostgreSQL' && { OSLER_DATABASE_URL: await makeDatabase() }),
    })
    const run = (data: string, environment: Record<string, string>, ...words: string[]) =>
      execa(OSLER, words, { env: { OSLER_DATA: join(root, data), OSLER_LOG: 'silent', ...environment }, reject: false })
    const verify = (...folders: string[]) =>
      callOsler({ OSLER_LOG: 'silent' }, ...folders.map((folder) => ['backup', '--verify', folder]))
    const read = async (osler: OslerProcess, path: string) => (await fetch(osler.address + path, { headers })).text()

    test('taken while the server works comes up elsewhere with everything, and what was unfinished goes on', async () => {
      const environment = await makeEnvironment(copyPostgresDatabase)
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
      const next = await run('data', environment, 'backup', `${backup}-2`, '--after', backup)
      assert.equal(next.exitCode, 0, next.stderr)
      const transcript = await read(osler, `${done}/transcript`)
      const oldToken = await readFile(join(root, 'data/secrets/operator-token'), 'utf8')
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
      assert.notEqual(await readFile(join(root, 'elsewhere/secrets/operator-token'), 'utf8'), oldToken)
      const trail = await run('elsewhere', elsewhere, 'audit', 'verify')
      assert.equal(trail.exitCode, 0, trail.stderr)
      await killHard(again)
    })

    test('holds no secret that lets anybody in, and links what an earlier one has', async () => {
      assert.equal((await stat(backup)).mode & 0o77, 0)
      assert.deepEqual(await readdir(join(backup, 'secrets')), ['audit-key'])
      assert.equal((await readFile(join(backup, 'secrets/audit-key'))).subarray(0, 11).toString(), 'OSLERSEALED')
      const files = await readdir(join(backup, 'blobs'), { recursive: true, withFileTypes: true })
      const recordings = files.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      assert.ok(recordings.length >= 2)
      for (const { parentPath, name } of recordings) {
        const path = join(parentPath, name)
        const [first, second] = await Promise.all([stat(path), stat(path.replace(backup, `${backup}-2`))])
        assert.equal(second.ino, first.ino)
      }
    })

    test('says when a file of it is not as it was written, and is not put back then', async () => {
      const sums = await execa('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: backup, reject: false })
      assert.equal(sums.exitCode, 0, sums.stderr)
      const damaged = join(root, 'damaged')
      await cp(backup, damaged, { recursive: true })
      const list = await readFile(join(damaged, 'SHA256SUMS'), 'utf8')
      const [, , victim = ''] = /^(\w{64}) {2}(blobs\/[^.].*)$/m.exec(list) ?? []
      const bytes = await readFile(join(damaged, victim))
      bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
      await writeFile(join(damaged, victim), bytes)
      const [first, second, told] = await verify(backup, `${backup}-2`, damaged)
      for (const whole of [first, second]) assert.match(whole?.printed ?? '', /is whole: \d+ files/)
      assert.equal(told?.exitCode, 1)
      assert.match(told.printed, new RegExp(`1 of ${list.trim().split('\n').length} files`))
      const refused = await run('new', await makeEnvironment(), 'restore', damaged)
      assert.match(refused.stderr, /are not as they were written/)
      await writeFile(join(damaged, 'SHA256SUMS'), list.split('\n').slice(1).join('\n'))
      const [without] = await verify(damaged)
      assert.match(without?.printed ?? '', /SHA256SUMS/)
    })

    test('is not written over, and not put over what is there', async () => {
      const environment = { OSLER_DATA: join(root, 'elsewhere'), OSLER_LOG: 'silent', ...elsewhere }
      const [twice, over] = await callOsler(environment, ['backup', backup], ['restore', backup])
      assert.match(twice?.printed ?? '', /is there already: name a folder that is not/)
      assert.match(over?.printed ?? '', /already: set OSLER_DATA to an empty folder/)
      const none = await run('new', await makeEnvironment(), 'restore', root)
      assert.match(none.stderr, /is no whole backup/)
      assert.ok((await stat(join(backup, 'backup.json'))).isFile())
    })
  })
}
