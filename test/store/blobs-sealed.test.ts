import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { fetchSecret } from '../../src/platform/fetch-secret.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { sealBlobs } from '../../src/store/blobs-sealed.ts'
import { readMasterKeys } from '../../src/store/sealed/master-keys.ts'
import { blobsSuite } from '../ports/blobs.suite.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-sealed-'))
after(() => rm(root, { recursive: true }))
let count = 0
const newKey = () => randomBytes(32).toString('base64')
const KEY = newKey()

function openSealed(keys: string, folder = join(root, String(count++))) {
  const files = openFileBlobs(folder)
  const blobs = sealBlobs(files, readMasterKeys(keys))
  const onDisk = (key: string) => files.localFile(key, root)
  const read = async (key: string) => Buffer.concat(await Array.fromAsync(await blobs.read(key)))
  const put = (key: string, content: Buffer) => blobs.put(key, Readable.from([content]))
  return { ...{ files, blobs, folder, onDisk, read, put } }
}

blobsSuite('the sealed store', async () => openSealed(KEY).blobs)

describe('a sealed recording', () => {
  test('says nothing of itself on the disk, and comes back whole at any length', async () => {
    const { put, read, onDisk } = openSealed(KEY)
    for (const bytes of [0, 1, 65_535, 65_536, 65_537, 131_072, 500_000]) {
      const content = Buffer.alloc(bytes, 'I have had a headache for three days. ')
      await put(`recordings/${bytes}`, content)
      assert.deepEqual(await read(`recordings/${bytes}`), content)
      assert.ok(!(await readFile(await onDisk(`recordings/${bytes}`))).includes('headache'))
    }
  })

  test('is the same in no two copies', async () => {
    const { put, onDisk } = openSealed(KEY)
    for (const key of ['recordings/a', 'recordings/b']) await put(key, Buffer.from('the same'))
    assert.notDeepEqual(await readFile(await onDisk('recordings/a')), await readFile(await onDisk('recordings/b')))
  })

  const harms: Record<string, (sealed: Buffer) => Buffer> = {
    'a changed byte': (sealed) => Buffer.from(sealed.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte))),
    'a changed head': (sealed) => Buffer.from(sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
    'a cut end': (sealed) => sealed.subarray(0, -1),
    'a cut within its head': (sealed) => sealed.subarray(0, 30),
    'a last part that is missing': (sealed) => sealed.subarray(0, 80 + 65_552),
    'parts that were exchanged': (sealed) =>
      Buffer.concat([
        sealed.subarray(0, 80),
        sealed.subarray(80 + 65_552, 80 + 131_104),
        sealed.subarray(80, 80 + 65_552),
        sealed.subarray(80 + 131_104),
      ]),
    'something added': (sealed) => Buffer.concat([sealed, Buffer.alloc(100)]),
  }
  for (const [what, harm] of Object.entries(harms)) {
    test(`with ${what} is refused as damaged`, async () => {
      const { put, blobs, onDisk } = openSealed(KEY)
      await put('recordings/a', randomBytes(200_000))
      const path = await onDisk('recordings/a')
      await writeFile(path, harm(await readFile(path)))
      await assert.rejects(blobs.localFile('recordings/a', root), { code: 'blob_damaged' })
      await assert.rejects(async () => Array.fromAsync(await blobs.read('recordings/a')), { code: 'blob_damaged' })
    })
  }

  test('is opened after the key was changed, as long as the old one stands behind the new', async () => {
    const { put, folder } = openSealed(KEY)
    await put('recordings/a', Buffer.from('old'))
    const fresh = newKey()
    const both = openSealed(`${fresh}\n${KEY}\n`, folder)
    await both.put('recordings/b', Buffer.from('new'))
    assert.equal(String(await both.read('recordings/a')), 'old')
    const alone = openSealed(fresh, folder)
    assert.equal(String(await alone.read('recordings/b')), 'new')
    await assert.rejects(
      alone.read('recordings/a'),
      /sealed with the key [0-9a-f]{16}, which OSLER_MASTER_KEY does not have/,
    )
  })

  test('stands beside those from before there was a key', async () => {
    const { files, read } = openSealed(KEY)
    await files.put('recordings/plain', Readable.from([Buffer.from('RIFF and so on')]))
    assert.equal(String(await read('recordings/plain')), 'RIFF and so on')
  })
})

test('the master key comes from the setting, a file or a command, and what is none is refused', async () => {
  const file = join(root, 'key')
  await writeFile(file, `${KEY}\n`)
  for (const setting of [KEY, `file:${file}`, `command:cat ${file}`]) {
    assert.ok(readMasterKeys(await fetchSecret(setting, 'OSLER_MASTER_KEY')).current)
  }
  assert.throws(() => readMasterKeys('short'), /Line 1 of OSLER_MASTER_KEY is a key of 3 bytes; it must be 32/)
  assert.throws(() => readMasterKeys(' \n'), /gives no key/)
  await assert.rejects(fetchSecret('file:/nowhere', 'OSLER_MASTER_KEY'), /The file \/nowhere cannot be read/)
  await assert.rejects(fetchSecret('command:false', 'OSLER_MASTER_KEY'), /The command false failed/)
})
