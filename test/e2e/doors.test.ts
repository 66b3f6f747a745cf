import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { TEST_KEY } from '../support/open-test-system.ts'
import { OSLER, type OslerProcess, startOsler, TEST_SETTINGS } from '../support/osler-process.ts'

const QUILL = join(import.meta.dirname, '../../examples/quill/door.ts')

describe('a server with a door of its own, and others closed', () => {
  let osler: OslerProcess
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-doors-'))
    osler = await startOsler(folder, { OSLER_DOORS: `native,${QUILL}`, OSLER_QUILL_MAX_MINUTES: '5' })
  })
  after(async () => {
    osler.process.kill('SIGTERM')
    await once(osler.process, 'exit')
    await rm(folder, { recursive: true })
  })

  const ask = async (path: string, method = 'GET', body?: object) => {
    const headers = { authorization: `Bearer ${TEST_KEY}`, ...(body && { 'content-type': 'application/json' }) }
    const response = await fetch(osler.address + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    return { status: response.status, body: await response.json() }
  }

  test('serves it, keeps its records, and shows its routes', async () => {
    const preferences = { language: 'fr' }
    for (const language of ['en', 'fr']) await ask('/quill/v1/preferences', 'PUT', { language })
    assert.deepEqual(await ask('/quill/v1/preferences'), { status: 200, body: preferences })
    const { body } = await ask('/openapi.json')
    assert.ok((body as { paths: object }).paths['/quill/v1/dictations' as never])
  })

  test('knows nothing of doors that are closed', async () => {
    const { status, body } = await ask('/file/v1/status/x')
    assert.equal(status, 404)
    assert.equal((body as { error: { code: string } }).error.code, 'not_found')
    assert.equal((await ask('/quill/v1/status/x')).status, 404)
  })
})

test('a setting that names no door ends the start with a sentence', async () => {
  const env = { ...TEST_SETTINGS, OSLER_DOORS: 'native,./nowhere.ts' }
  const { exitCode, stderr } = await execa(OSLER, ['serve'], { env, reject: false })
  assert.equal(exitCode, 1)
  assert.match(stderr, /^OSLER_DOORS names "\.\/nowhere\.ts": it is none of native, nabla, .* cannot be loaded/)
})
