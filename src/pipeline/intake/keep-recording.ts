import { inspect } from '../../audio/probe.ts'
import type { Limits, StagedAudio } from '../../domain/submission.ts'
import { withScratch } from '../../platform/scratch.ts'
import { insertRecording, type NewRecording } from '../../store/recordings.ts'
import { checkStorage } from './check-quota.ts'
import type { SubmitTools } from './submit.ts'

/** Keeps a recording with its consultation, without any work on it yet. Throws what `inspect` throws, and `storage_full`. */
export async function keepRecording(
  { db, blobs, quotas, scratchRoot }: SubmitTools,
  recording: NewRecording & { audio: StagedAudio },
  limits: Limits,
) {
  await withScratch(scratchRoot, 'inspect', async (scratch) => {
    await inspect(await blobs.localFile(recording.audio.key, scratch), limits)
  })
  await checkStorage(db, quotas, recording.tenantId, recording.audio)
  return insertRecording(db, recording)
}
