import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { startCluster } from '../../test/support/postgres-cluster.ts'
import { printFigure } from '../figures.ts'
import { type BenchServer, startServer } from '../server.ts'

// How much memory a server takes whose recordings are in a bucket, while uploads come in at once:
// `node bench/cluster/upload-memory.ts [uploads] [megabytes]`.
const MEGABYTE = 1024 ** 2
/** Of 48 kHz, 16-bit, one channel. */
const BYTES_PER_SECOND = 96_000

export async function measureUploadMemory(uploads = 200, megabytes = 100): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-uploads-'))
  const file = join(folder, 'silence.wav')
  const seconds = String(Math.floor((megabytes * MEGABYTE) / BYTES_PER_SECOND))
  await execa('ffmpeg', [...'-v error -f lavfi -i anullsrc=r=48000:cl=mono -t'.split(' '), seconds, file])
  const store = fork(join(import.meta.dirname, 'nothing-store.ts'), [file])
  const [port] = await once(store, 'message')
  await using cluster = await startCluster()
  Object.assign(process.env, { OSLER_DATABASE_URL: cluster.url, OSLER_WORKERS: '0', OSLER_UPLOADS_PER_MINUTE: '10000' })
  Object.assign(process.env, { OSLER_BLOBS_URL: `s3://recordings/osler?endpoint=http://127.0.0.1:${port}` })
  Object.assign(process.env, { OSLER_BLOBS_KEY_ID: 'x', OSLER_BLOBS_SECRET: 'y' })
  await using server = await startServer()
  const before = await server.residentBytes()
  await Promise.all(Array.from({ length: uploads }, () => upload(server, file)))
  const inMegabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`
  const what = `a server, ${uploads} uploads of ${megabytes} MB to a bucket at once: memory, of that before them ${inMegabytes(before)}`
  printFigure(what, inMegabytes(await mostBytes(server)), '≤ 600 MB')
  store.kill()
  await rm(folder, { recursive: true })
}

async function upload({ address, headers }: BenchServer, file: string): Promise<void> {
  const body = new FormData()
  body.append('file', await openAsBlob(file), 'silence.wav')
  const answer = await fetch(`${address}/api/consultations`, { method: 'POST', headers, body })
  if (answer.status !== 202) throw new Error(await answer.text())
}

/** The most that the process had resident since it began. */
async function mostBytes({ process: { pid } }: BenchServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}

if (import.meta.main) await measureUploadMemory(Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 100))
