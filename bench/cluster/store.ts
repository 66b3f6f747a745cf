import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fetchSecret } from '../../src/platform/fetch-secret.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openBucketBlobs } from '../../src/store/blobs-bucket.ts'
import { readBucketAddress } from '../../src/store/bucket/bucket-address.ts'
import { blobsSuite } from '../../test/ports/blobs.suite.ts'
import { runChecks } from '../../test/ports/check.ts'

// Tries a store that speaks S3 with what Osler asks of every store of recordings, also in parts: set OSLER_BLOBS_URL,
// OSLER_BLOBS_KEY_ID and OSLER_BLOBS_SECRET, then `node bench/cluster/store.ts`. It writes below a prefix of its own.
const { blobsUrl = '', blobsKeyId: id = '', blobsSecret = '' } = readConfig(process.env)
const address = readBucketAddress(blobsUrl)
const key = { id, secret: (await fetchSecret(blobsSecret, 'OSLER_BLOBS_SECRET')).trim() }
const scratch = await mkdtemp(join(tmpdir(), 'osler-bench-store-'))
/** The least that S3 takes as a part that is not the last. */
const PART_BYTES = 5 * 1024 ** 2
const open = async () =>
  openBucketBlobs({ ...address, prefix: `${address.prefix}osler-try-${randomUUID()}/` }, key, scratch, {
    partBytes: PART_BYTES,
  })

const { all, broken } = await runChecks((check) => blobsSuite('', open, check))
for (const says of all) console.log(`${broken.includes(says) ? '✖' : '✔'} ${says}`)

const whole = await open()
const { bytes } = await whole.put('recordings/long', Readable.from([Buffer.alloc(PART_BYTES + 1)]))
let read = 0
for await (const chunk of await whole.read('recordings/long')) read += chunk.length
console.log(`${bytes === read ? '✔' : '✖'} a recording in two parts`)
await rm(scratch, { recursive: true })
process.exitCode = broken.length > 0 ? 1 : 0
