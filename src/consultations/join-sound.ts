import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pMap from 'p-map'
import { decode } from '../audio/decode.ts'
import { BYTES_PER_MS, type PcmAudio } from '../domain/audio.ts'
import type { Session } from '../domain/consultation.ts'
import type { DurationLimits } from '../domain/submission.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import { writeScratch } from '../platform/write-scratch.ts'
import type { CheckBlob } from '../store/check-blob.ts'
import { findStoredAudio } from '../store/recordings.ts'

/**
 * The recordings of a session as one sound in `scratch`, each where its words stand in the session's transcript, with
 * silence between them; of two at the same time one is heard. A recording whose sound is gone is silence. Throws what
 * `decode` throws.
 */
export async function joinSound(
  { db, blobs, checkBlob }: Pick<SubmitTools, 'db' | 'blobs'> & { checkBlob: CheckBlob },
  tenantId: string,
  { recordings, startsMs }: Session,
  scratch: string,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<PcmAudio> {
  const path = join(scratch, 'session.pcm')
  await writeFile(path, '')
  const add = async (id: string, startMs: number) => {
    const audio = await findStoredAudio(db, tenantId, id)
    if (audio === undefined) return
    await checkBlob(audio.key, audio.sha256)
    const folder = join(scratch, id)
    await mkdir(folder)
    const { channels, mixed } = await decode(await blobs.localFile(audio.key, folder), folder, limits, signal)
    const place = { flags: 'r+', start: startMs * BYTES_PER_MS } as const
    await writeScratch(path, createReadStream(mixed ?? channels[0] ?? ''), place)
  }
  await pMap(recordings, ({ id }) => add(id, startsMs.get(id) ?? 0), { concurrency: availableParallelism(), signal })
  const { size } = await stat(path)
  return { channels: [path], durationMs: Math.round(size / BYTES_PER_MS) }
}
