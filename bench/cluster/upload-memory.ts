import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBucketBlobs } from '../../src/store/blobs-bucket.ts'
import { printFigure } from '../figures.ts'

// How much memory uploads to a bucket take that come at once: `node bench/cluster/upload-memory.ts [uploads] [megabytes]`. The
// store is a process of its own that takes everything and keeps nothing.
const MEGABYTE = 1024 ** 2
const CHUNK = Buffer.alloc(64 * 1024)
const LOOK_MS = 50

if (process.argv[2] === 'store') serveNothing(Number(process.argv[3]))
else await measure(Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 100))

async function measure(uploads: number, megabytes: number): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'osler-bench-uploads-'))
  const store = fork(import.meta.filename, ['store', String(megabytes * MEGABYTE)])
  const [port] = await once(store, 'message')
  const address = { bucket: 'recordings', prefix: '', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1' }
  const blobs = openBucketBlobs(address, { id: 'x', secret: 'y' }, scratch)
  const before = process.memoryUsage.rss()
  let most = before
  let isDone = false
  const watch = async () => {
    for (; !isDone; await sleep(LOOK_MS)) most = Math.max(most, process.memoryUsage.rss())
  }
  const upload = (_: unknown, at: number) => blobs.put(`recordings/${at}`, Readable.from(chunks(megabytes * MEGABYTE)))
  const all = Promise.all(Array.from({ length: uploads }, upload)).finally(() => {
    isDone = true
  })
  await Promise.all([all, watch()])
  store.kill()
  await rm(scratch, { recursive: true })
  const inMegabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`
  const what = `${uploads} uploads of ${megabytes} MB to a bucket at once: memory, of that before them ${inMegabytes(before)}`
  printFigure(what, inMegabytes(most), '≤ 600 MB')
}

function* chunks(bytes: number): Generator<Buffer> {
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK
}

function serveNothing(bytes: number): void {
  process.on('disconnect', () => process.exit())
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'HEAD') response.setHeader('content-length', bytes)
      response.setHeader('etag', '"x"')
      const name = request.url?.includes('uploads') ? 'InitiateMultipartUploadResult' : 'CompleteMultipartUploadResult'
      response.end(request.method === 'POST' ? `<${name}><UploadId>x</UploadId><ETag>x</ETag></${name}>` : '')
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}
