import type { Limits, StagedAudio } from '../domain/submission.ts'
import { withScratch } from '../platform/scratch.ts'
import { insertRecording, type NewRecording } from '../store/recordings.ts'
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
