import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { claimFolder } from '../../src/platform/server-file.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openTestSystem } from '../support/open-test-system.ts'

const MINUTE_MS = 60_000

test('a server listens on loopback unless told otherwise, and waits 20 s for headers and 40 minutes for an upload', async () => {
  assert.equal(readConfig({}).host, '127.0.0.1')
  await using osler = await openTestSystem({}, false)
  await using app = await osler.system.openApp()
  assert.equal(app.server.headersTimeout, MINUTE_MS / 3)
  assert.equal(app.server.requestTimeout, 40 * MINUTE_MS)
})

test('what is kept is readable by the user of the server alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-modes-'))
  const isPrivate = async (path: string) => ((await stat(path)).mode & 0o77) === 0
  {
    await using _claimed = await claimFolder(join(folder, 'data'), 'alone')
    assert.ok(await isPrivate(join(folder, 'data')))
    assert.ok(await isPrivate(join(folder, 'data/lock')))
  }
  await rm(folder, { recursive: true })
  await using osler = await openTestSystem({}, false)
  for (const path of ['secrets', 'secrets/operator-token', 'secrets/token-secret', 'secrets/audit-key', 'blobs'])
    assert.ok(await isPrivate(join(osler.folder, path)), path)
})
