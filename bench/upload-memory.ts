import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { printFigure } from './figures.ts'
import { upload } from './intron-client.ts'
import { startServer } from './server.ts'

const FILE = join(import.meta.dirname, 'out', 'hundred-megabytes.wav')
const UPLOADS = 10

/** How far the serving process grows while ten files of 100 MB come in at once. */
export async function measureUploadMemory(): Promise<void> {
  // 595 s of 44.1 kHz stereo are just below both of Intron's limits, 100 MB and 10 minutes.
  await execa('ffmpeg', [...'-nostdin -v error -y -f lavfi -i anullsrc=r=44100:cl=stereo -t 594'.split(' '), FILE])
  await using server = await startServer()
  await sleep(3000)
  const idleBytes = await server.residentBytes()
  let peakBytes = idleBytes
  const uploads = Promise.all(Array.from({ length: UPLOADS }, () => upload(server, FILE)))
  const done = new AbortController()
  void uploads.finally(() => done.abort())
  while (!done.signal.aborted) {
    peakBytes = Math.max(peakBytes, await server.residentBytes())
    await sleep(20)
  }
  await uploads
  const growth = (peakBytes - idleBytes) / 1e6
  printFigure(
    `growth of the serving process over its idle ${Math.round(idleBytes / 1e6)} MB, 10 uploads of 100 MB at once`,
    `${growth.toFixed(0)} MB`,
    '≤ 150 MB',
  )
}

if (import.meta.main) await measureUploadMemory()
