import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { openBucketBlobs } from '../../src/store/blobs-bucket.ts'
import { sealBlobs } from '../../src/store/blobs-sealed.ts'
import { readBucketAddress } from '../../src/store/bucket/bucket-address.ts'
import { readMasterKeys } from '../../src/store/sealed/master-keys.ts'
import { blobsSuite } from '../ports/blobs.suite.ts'
import { S3Server } from '../support/s3-server.ts'

/** Small, so that the suite's blobs come in several. */
const PART_BYTES = 70_000

const root = await mkdtemp(join(tmpdir(), 'osler-test-bucket-'))
const store = await S3Server.open()
after(async () => {
  await store[Symbol.asyncDispose]()
  await rm(root, { recursive: true })
})
let count = 0

const openBlobs = (prefix = `${count++}/`, key = store.key, address = store.address(prefix)) =>
  openBucketBlobs(address, key, root, { partBytes: PART_BYTES })
const put = (blobs: ReturnType<typeof openBlobs>, key: string, bytes: Buffer) => blobs.put(key, Readable.from([bytes]))
const keysOf = async (blobs: ReturnType<typeof openBlobs>) =>
  (await Array.fromAsync(blobs.list())).map(({ key }) => key)

blobsSuite('the bucket', async () => openBlobs())
blobsSuite('the sealed bucket', async () =>
  sealBlobs(openBlobs(), readMasterKeys(Buffer.alloc(32, 'k').toString('base64'))),
)

describe('a bucket', () => {
  test('keeps blobs of any length, and leaves no part on this machine or in the store', async () => {
    const blobs = openBlobs('lengths/')
    for (const length of [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES]) {
      const bytes = randomBytes(length)
      assert.equal((await put(blobs, `recordings/${length}`, bytes)).bytes, length)
      const read = Buffer.concat(await Array.fromAsync(await blobs.read(`recordings/${length}`)))
      assert.ok(read.equals(bytes), `${length}`)
    }
    assert.equal(store.uploads.size, 0)
    assert.deepEqual(await readdir(root), [])
  })

  test('keeps nothing of a stream that fails behind its first parts', async () => {
    const blobs = openBlobs('failing/')
    async function* fails() {
      yield randomBytes(3 * PART_BYTES)
      throw new Error('cut')
    }
    await assert.rejects(blobs.put('recordings/a', Readable.from(fails())), /cut/)
    assert.deepEqual([await keysOf(blobs), store.uploads.size], [[], 0])
  })

  test('lists what a killed process left of an upload, and lets go of it like of any blob', async () => {
    const blobs = openBlobs('killed/')
    for (const remove of [blobs.delete, blobs.setAside]) {
      store.uploads.set('2~killed', { name: 'killed/recordings/a', parts: new Map(), initiatedAt: new Date(0) })
      const [left] = await Array.fromAsync(blobs.list())
      assert.equal(left?.modifiedAt.getTime(), 0)
      await remove(left?.key ?? '')
      await remove(left?.key ?? '')
      assert.equal(store.uploads.size, 0)
    }
  })

  test('is listed over all its pages, and no other prefix with it', async () => {
    const [blobs, other] = [openBlobs('pages/'), openBlobs('pages2/')]
    store.pageSize = 2
    for (const key of ['a', 'b', 'c', 'd', 'e']) await put(blobs, `recordings/${key}`, Buffer.from(key))
    await put(other, 'recordings/x', Buffer.from('x'))
    assert.equal((await keysOf(blobs)).length, 5)
    store.pageSize = 1000
  })

  test('is asked again when it hangs up, is slow down or lost a part, and nothing is lost', async () => {
    const blobs = openBlobs('again/')
    const bytes = randomBytes(2 * PART_BYTES)
    store.refusals = ['SlowDown', 'cut', 'BadDigest']
    await put(blobs, 'recordings/a', bytes)
    assert.ok(Buffer.concat(await Array.fromAsync(await blobs.read('recordings/a'))).equals(bytes))
  })

  test('that kept less than it was sent has kept nothing', async () => {
    const blobs = openBlobs('lying/')
    store.losesBytes = 1
    await assert.rejects(put(blobs, 'recordings/a', randomBytes(2 * PART_BYTES)), {
      code: 'store_down',
      message: /kept 139999 of 140000 bytes/,
    })
    store.losesBytes = 0
    assert.deepEqual(await keysOf(blobs), [])
  })

  test('forgets a recording that is deleted also where it was set aside', async () => {
    const blobs = openBlobs('forgotten/')
    await put(blobs, 'recordings/a', Buffer.from('x'))
    await blobs.setAside('recordings/a')
    await blobs.delete('recordings/a')
    assert.deepEqual(
      [...store.objects.keys()].filter((name) => name.startsWith('forgotten/')),
      [],
    )
  })

  test('belongs to the first of two that come at the same time', async () => {
    const [one, other] = [openBlobs('owned/'), openBlobs('owned/')]
    await Promise.all([one.writeOwner('one'), other.writeOwner('other')])
    const owner = await one.readOwner()
    assert.ok(owner === 'one' || owner === 'other')
    assert.equal(await other.readOwner(), owner)
  })
})

describe('what is wrong with a bucket is said with what to do', () => {
  const wrong: Record<string, [code: string, says: RegExp, blobs: () => ReturnType<typeof openBlobs>]> = {
    'another name': [
      'store_refused',
      /There is no bucket "elsewhere" at http.*: make it, or mend OSLER_BLOBS_URL/,
      () => openBlobs('', store.key, { ...store.address(), bucket: 'elsewhere' }),
    ],
    'a wrong secret': [
      'store_refused',
      /does not take the key \(SignatureDoesNotMatch\): check OSLER_BLOBS_KEY_ID and OSLER_BLOBS_SECRET/,
      () => openBlobs('', { ...store.key, secret: 'wrong' }),
    ],
    'nobody there': [
      'store_down',
      /does not answer: see whether it runs/,
      () => openBlobs('', store.key, { ...store.address(), endpoint: 'http://127.0.0.1:9' }),
    ],
  }
  for (const [what, [code, message, open]] of Object.entries(wrong)) {
    test(what, async () => {
      await assert.rejects(put(open(), 'recordings/a', Buffer.from('x')), { code, message })
      await assert.rejects(open().read('recordings/a'), { code })
      await assert.rejects(open().readOwner(), { code })
      await assert.rejects(keysOf(open()), { code })
    })
  }

  const refused: Record<string, [code: string, says: RegExp]> = {
    AccessDenied: [
      'store_refused',
      /refuses the key .* what it needs in "recordings" .*: let it get, put, delete and list/,
    ],
    QuotaExceeded: ['disk_full', /The bucket "recordings" has no room: nothing was changed/],
  }
  for (const [word, [code, message]] of Object.entries(refused)) {
    test(word, async () => {
      store.refusesAll = word
      await assert.rejects(put(openBlobs(), 'recordings/a', Buffer.from('x')), { code, message })
      store.refusesAll = undefined
    })
  }

  test('a clock that is an hour off', async () => {
    store.clockAheadMs = 3_600_000
    await assert.rejects(openBlobs().readOwner(), { code: 'store_refused', message: /clocks .* set both by NTP/ })
    store.clockAheadMs = 0
  })
})

test('the address of a bucket names it, what is ours in it, and the store', () => {
  const read = (text: string) => readBucketAddress(text)
  const endpoint = 'https://store.example'
  assert.deepEqual(read(`s3://sound/osler/a?endpoint=${endpoint}&region=eu-1`), {
    ...{ bucket: 'sound', prefix: 'osler/a/', endpoint, region: 'eu-1' },
  })
  assert.equal(read('s3://sound?region=eu-west-1').endpoint, 'https://s3.eu-west-1.amazonaws.com')
  for (const text of [
    ...[
      'https://sound',
      's3://',
      's3://AB',
      's3://sound/.trash',
      's3://sound/a b',
      's3://sound?secret=x',
      's3://u@sound',
    ],
    ...['s3://sound?endpoint=ftp://x', 's3://sound?endpoint=https://x/path', 's3://sound/../x?endpoint=x'],
  ])
    assert.throws(() => read(text), { code: 'request_invalid', message: /must be as s3:\/\/bucket/ }, text)
})
