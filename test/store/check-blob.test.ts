import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Blobs } from '../../src/store/blobs.ts'
import { openBlobCheck } from '../../src/store/check-blob.ts'

/** A store that holds these bytes under every key, and counts how often they were read. */
function holding(bytes: { now: string }) {
  const counted = { reads: 0 }
  const read = async () => {
    counted.reads++
    return Readable.from([Buffer.from(bytes.now)])
  }
  return { counted, blobs: { read } as unknown as Blobs }
}
const digest = createHash('sha256').update('sound').digest('hex')

test('many who listen to a recording at once have its bytes compared once', async () => {
  const { blobs, counted } = holding({ now: 'sound' })
  const check = openBlobCheck(blobs)
  await Promise.all(Array.from({ length: 40 }, () => check('a', digest)))
  await check('a', digest)
  assert.equal(counted.reads, 1)
})

test('a recording that was not as it came is looked at again when it is asked for again', async () => {
  const bytes = { now: 'other' }
  const { blobs } = holding(bytes)
  const check = openBlobCheck(blobs)
  await assert.rejects(check('a', digest), /not as it came/)
  bytes.now = 'sound'
  await check('a', digest)
})
