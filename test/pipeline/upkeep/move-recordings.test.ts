import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { moveRecordings } from '../../../src/pipeline/upkeep/move-recordings.ts'
import type { Blobs } from '../../../src/store/blobs.ts'
import { openBucketBlobs } from '../../../src/store/blobs-bucket.ts'
import { openFileBlobs } from '../../../src/store/blobs-files.ts'
import { callOsler } from '../../support/osler-process.ts'
import { S3Server } from '../../support/s3-server.ts'

const KEYS = ['recordings/a', 'recordings/b', 'documents/c', 'live/d']

describe('recordings that are moved', () => {
  let root: string
  let store: S3Server
  let count = 0
  let contents: Map<string, Buffer>
  const openFolder = () => openFileBlobs(join(root, `data-${count}/blobs`))
  const openBucket = () => openBucketBlobs(store.address(`${count}/`), store.key, join(root, 'scratch'))
  const read = async (blobs: Blobs, key: string) => Buffer.concat(await Array.fromAsync(await blobs.read(key)))
  async function makeFolder(): Promise<Blobs> {
    count++
    const blobs = openFolder()
    await blobs.writeOwner('ours')
    contents = new Map(KEYS.map((key) => [key, randomBytes(1000)]))
    for (const [key, bytes] of contents) await blobs.put(key, Readable.from([bytes]))
    return blobs
  }

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'osler-test-move-'))
    store = await S3Server.open()
  })
  after(async () => {
    await store[Symbol.asyncDispose]()
    await rm(root, { recursive: true })
  })

  test('are all there and the same, theirs whose they were, and can come back', async () => {
    const [folder, bucket] = [await makeFolder(), openBucket()]
    assert.deepEqual(await moveRecordings(folder, bucket, 's3://x'), { copied: 4, wereThere: 0 })
    for (const [key, bytes] of contents) assert.ok((await read(bucket, key)).equals(bytes), key)
    assert.deepEqual([await bucket.readOwner(), await folder.readOwner()], ['ours', 'moved to s3://x'])
    await assert.rejects(moveRecordings(folder, bucket, 's3://x'), {
      message: /were moved to s3:\/\/x: name that place/,
    })
    assert.deepEqual(await moveRecordings(bucket, folder, '/data/blobs'), { copied: 0, wereThere: 4 })
    assert.deepEqual([await bucket.readOwner(), await folder.readOwner()], ['moved to /data/blobs', 'ours'])
  })

  test('that were cut off go on, and what is not the same is copied again', async () => {
    const [folder, bucket] = [await makeFolder(), openBucket()]
    let answers = 0
    const dying: Blobs = {
      ...bucket,
      async put(key, stream) {
        if (++answers > 2) throw new Error('killed')
        return bucket.put(key, stream)
      },
    }
    await assert.rejects(moveRecordings(folder, dying, 's3://x'), /killed/)
    assert.equal(await folder.readOwner(), 'ours', 'it is still served from there')
    await bucket.put('recordings/a', Readable.from([randomBytes(1000)]))
    const { copied, wereThere } = await moveRecordings(folder, bucket, 's3://x')
    assert.deepEqual([copied + wereThere, wereThere <= 2], [4, true])
    for (const [key, bytes] of contents) assert.ok((await read(bucket, key)).equals(bytes), key)
  })

  test('do not go where those of another database are, nor are taken on the word of a store that changes them', async () => {
    const [folder, bucket] = [await makeFolder(), openBucket()]
    const lying: Blobs = { ...bucket, read: async () => Readable.from([Buffer.from('other')]) }
    await assert.rejects(moveRecordings(folder, lying, 's3://x'), { code: 'blob_damaged' })
    assert.equal(await folder.readOwner(), 'ours')
    const theirs = openBucketBlobs(store.address('theirs/'), store.key, root)
    await theirs.writeOwner('theirs')
    await assert.rejects(moveRecordings(folder, theirs, 's3://y'), {
      code: 'store_foreign',
      message: /Nothing was changed/,
    })
  })

  test('are moved by a command, which says what to set', async () => {
    await makeFolder()
    const target = store.url(`${count}`)
    const env = {
      ...{ OSLER_DATA: join(root, `data-${count}`), OSLER_LOG: 'silent' },
      ...{ OSLER_BLOBS_KEY_ID: store.key.id, OSLER_BLOBS_SECRET: store.key.secret },
    }
    const [moved, again] = await callOsler(env, ['blobs', 'move', target], ['blobs', 'move', target])
    assert.match(moved?.printed ?? '', /^4 recordings were copied .*\nSet OSLER_BLOBS_URL=s3:/)
    assert.match(again?.printed ?? '', /were moved to/)
    assert.deepEqual([moved?.exitCode, again?.exitCode], [0, 1])
  })
})
