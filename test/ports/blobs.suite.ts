import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import type { Blobs } from '../../src/store/blobs.ts'
import { asTest, type Check } from './check.ts'

/** What every store of recordings keeps. `open` gives an empty one. */
export function blobsSuite(name: string, open: () => Promise<Blobs>, check: Check = asTest(name)): void {
  const listKeys = async (blobs: Blobs) => (await Array.fromAsync(blobs.list())).map(({ key }) => key)

  check('gives back what was put, with its length and hash', async () => {
    const blobs = await open()
    const content = randomBytes(300_000)
    const stored = await blobs.put('recordings/a', Readable.from([content.subarray(0, 1000), content.subarray(1000)]))
    assert.deepEqual(stored, { bytes: 300_000, sha256: createHash('sha256').update(content).digest('hex') })
    assert.deepEqual(await readFile(await blobs.localFile('recordings/a', tmpdir())), content)
    assert.deepEqual(Buffer.concat(await Array.fromAsync(await blobs.read('recordings/a'))), content)
    const [listed] = await Array.fromAsync(blobs.list())
    assert.equal(listed?.key, 'recordings/a')
    assert.ok(listed.bytes >= content.length && Math.abs(listed.modifiedAt.getTime() - Date.now()) < 60_000)
  })

  check('gives back a range of what was put', async () => {
    const blobs = await open()
    const content = randomBytes(200_000)
    await blobs.put('recordings/r', Readable.from([content]))
    for (const [start, end] of [
      [0, 0],
      [65_530, 65_545],
      [100_000, 199_999],
    ] as const) {
      const read = Buffer.concat(await Array.fromAsync(await blobs.read('recordings/r', { start, end })))
      assert.ok(read.equals(content.subarray(start, end + 1)), `${start}-${end}`)
    }
  })

  check('keeps nothing of a stream that fails', async () => {
    const blobs = await open()
    const failing = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000)
        throw new Error('cut')
      })(),
    )
    await assert.rejects(blobs.put('recordings/b', failing), /cut/)
    assert.deepEqual(await listKeys(blobs), [])
    await assert.rejects(blobs.localFile('recordings/b', tmpdir()), { code: 'not_found' })
    await assert.rejects(blobs.read('recordings/b'), { code: 'not_found' })
  })

  check('deletes, and deletes again without complaint', async () => {
    const blobs = await open()
    await blobs.put('recordings/c', Readable.from(['x']))
    await blobs.delete('recordings/c')
    await blobs.delete('recordings/c')
    assert.deepEqual(await listKeys(blobs), [])
  })

  check('keeps what is set aside out of sight, until it is told to delete it', async () => {
    const blobs = await open()
    await blobs.put('recordings/d', Readable.from(['x']))
    await blobs.setAside('recordings/d')
    await blobs.setAside('recordings/d')
    await blobs.deleteSetAside(new Date())
    assert.deepEqual(await listKeys(blobs), [])
    await assert.rejects(blobs.read('recordings/d'), { code: 'not_found' })
    await blobs.put('recordings/d', Readable.from(['y']))
    await blobs.deleteSetAside(new Date(Date.now() + 25 * 3_600_000))
    assert.deepEqual(await listKeys(blobs), ['recordings/d'])
  })

  check('keeps whose it is, beside its blobs and not among them', async () => {
    const blobs = await open()
    assert.equal(await blobs.readOwner(), undefined)
    await blobs.writeOwner('a')
    for (const before of [undefined, 'x']) await blobs.writeOwner('b', before)
    assert.equal(await blobs.readOwner(), 'a', 'the first has it')
    await blobs.writeOwner('b', 'a')
    assert.equal(await blobs.readOwner(), 'b')
    assert.deepEqual(await listKeys(blobs), [])
  })

  check('refuses keys that lead elsewhere', async () => {
    const blobs = await open()
    for (const key of ['../x', '/etc/passwd', 'a/../../x', 'a//b', '', '.hidden', 'a b', 'a\0b']) {
      await assert.rejects(blobs.put(key, Readable.from(['x'])), { code: 'internal' }, key)
    }
  })
}
