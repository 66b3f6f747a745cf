import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { OslerError } from '../domain/errors.ts'
import type { Container, Limits, StagedAudio } from '../domain/submission.ts'
import { withScratch } from '../platform/scratch.ts'
import { findStoredAudio, insertRecording, type NewRecording } from '../store/recordings.ts'
import { inspect } from './inspect.ts'
import type { SubmitTools } from './submit.ts'

/** Keeps a recording with its consultation, without any work on it yet. Throws what `inspect` throws. */
export async function keepRecording(
  { db, blobs, scratchRoot }: SubmitTools,
  recording: NewRecording & { audio: StagedAudio },
  limits: Limits,
) {
  await withScratch(scratchRoot, 'inspect', async (scratch) => {
    await inspect(await blobs.localFile(recording.audio.key, scratch), limits)
  })
  return insertRecording(db, recording)
}

/** A recording's bytes as they came. Throws `not_found`. */
export async function readAudio(
  { db, blobs, scratchRoot }: SubmitTools,
  tenantId: string,
  recordingId: string,
): Promise<{ stream: Readable; container: Container; bytes: number }> {
  const audio = await findStoredAudio(db, tenantId, recordingId)
  if (audio === undefined) throw new OslerError('not_found', 'There is no recording with this id.')
  const { key, container, bytes } = audio
  return withScratch(scratchRoot, 'read', async (scratch) => {
    const stream = createReadStream(await blobs.localFile(key, scratch))
    // Once it is open, the file may lose its name.
    await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject))
    return { stream, container, bytes }
  })
}
