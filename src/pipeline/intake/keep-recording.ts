import type { Limits, StagedAudio } from '../../domain/submission.ts'
import { insertRecording, type NewRecording } from '../../store/recordings.ts'
import { checkStorage } from './check-quota.ts'
import { inspectBlob } from './inspect-blob.ts'
import type { SubmitTools } from './submit.ts'

/** Keeps a recording with its consultation, without any work on it yet. Throws what `inspect` throws, and `storage_full`. */
export async function keepRecording(
  tools: SubmitTools,
  recording: NewRecording & { audio: StagedAudio },
  limits: Limits,
) {
  await inspectBlob(tools, recording.tenantId, recording.audio.key, limits)
  await checkStorage(tools.db, tools.quotas, recording.tenantId, recording.audio)
  return insertRecording(tools.db, recording)
}
