import { mkdir, open, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pMap from 'p-map'
import { BYTES_PER_MS, type PcmAudio } from '../domain/audio.ts'
import type { Session } from '../domain/consultation.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { findStoredAudio } from '../store/recordings.ts'
import { decode } from './decode.ts'
import type { SubmitTools } from './submit.ts'

/**
 * The recordings of a session as one sound in `scratch`, each where its words stand in the session's transcript, with
 * silence between them; of two at the same time one is heard. A recording whose sound is gone is silence. Throws what
 * `decode` throws.
 */
export async function joinSound(
  { db, blobs }: Pick<SubmitTools, 'db' | 'blobs'>,
  tenantId: string,
  { recordings, startsMs }: Session,
  scratch: string,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<PcmAudio> {
  const path = join(scratch, 'session.pcm')
  await using file = await open(path, 'w')
  const add = async (id: string, startMs: number) => {
    const audio = await findStoredAudio(db, tenantId, id)
    if (audio === undefined) return
    const folder = join(scratch, id)
    await mkdir(folder)
    const { channels } = await decode(await blobs.localFile(audio.key, folder), folder, limits, signal)
    const sound = mix(await Promise.all(channels.map((channel) => readFile(channel))))
    await file.write(sound, 0, sound.length, startMs * BYTES_PER_MS)
  }
  await pMap(recordings, ({ id }) => add(id, startsMs.get(id) ?? 0), { concurrency: availableParallelism(), signal })
  const { size } = await file.stat()
  return { channels: [path], durationMs: Math.round(size / BYTES_PER_MS) }
}

function mix([left = Buffer.alloc(0), right]: Buffer[]): Buffer {
  if (right === undefined) return left
  const mixed = Buffer.alloc(Math.min(left.length, right.length))
  for (let at = 0; at + 1 < mixed.length; at += 2) {
    mixed.writeInt16LE((left.readInt16LE(at) + right.readInt16LE(at)) >> 1, at)
  }
  return mixed
}
