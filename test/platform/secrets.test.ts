import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, test } from 'node:test'
import { newToken, readOrMakeSecret, tokenSecretFile } from '../../src/platform/secrets.ts'

let file: string

beforeEach(async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-secrets-'))
  file = tokenSecretFile(folder)
  if ('after' in t) t.after(() => rm(folder, { recursive: true }))
})

const neverMade = () => assert.fail('a new secret is made')

test('a secret is made once, for this user alone, and read from then on', async () => {
  const made = await readOrMakeSecret(file, newToken)
  assert.equal(await readOrMakeSecret(file, neverMade), made)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.deepEqual(await readdir(join(file, '..')), ['token-secret'], 'nothing else is left')
})

test('processes that start together get the same secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(file, newToken)))
  assert.equal(new Set(secrets).size, 1)
})

test('a disk that cannot be read makes no new secret, and the sentence names the file', async () => {
  await mkdir(join(file, '..'), { recursive: true })
  // Reading it gives EIO, as a disk that fails does.
  await symlink('/proc/self/mem', file)
  await assert.rejects(readOrMakeSecret(file, neverMade), {
    code: 'secret_unreadable',
    message: `The secret in ${file} cannot be read (EIO): see to the disk and the rights of the file. Nothing was changed.`,
  })
})

test('a secret that is out of reach is not replaced', async () => {
  await mkdir(file, { recursive: true })
  await assert.rejects(readOrMakeSecret(file, neverMade), { code: 'secret_unreadable', message: /EISDIR/ })
})

test('a file that is empty was cut off, and is not taken for one that is missing', async () => {
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, '\n')
  await assert.rejects(readOrMakeSecret(file, neverMade), { code: 'secret_unreadable', message: /is empty/ })
  assert.equal(await readFile(file, 'utf8'), '\n')
})
