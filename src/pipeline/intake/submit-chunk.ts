import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { ChunkPlace, StagedAudio, Submission } from '../../domain/submission.ts'
import { deleteRecording, findChunk } from '../../store/recordings.ts'
import { type SubmitTools, submit } from './submit.ts'

/**
 * Accepts work, a chunk only once: the same file under the same number gives the job that it made before, and
 * another file is refused, unless what came before could not be heard. Throws `segment_reused`.
 */
export async function submitChunk(tools: SubmitTools, tenantId: string, submission: Submission): Promise<Job> {
  const { source } = submission
  if (source.type !== 'audio' || source.chunk === undefined) return submit(tools, tenantId, submission)
  const { audio, chunk } = source
  const findEarlier = () => findSame(tools, chunk, audio)
  return (
    (await findEarlier()) ??
    submit(tools, tenantId, submission).catch(async (error) => {
      // The same chunk may have come twice at once: the second meets the first one's row.
      const first = await findEarlier()
      if (first) return first
      throw error
    })
  )
}

async function findSame({ db, blobs }: SubmitTools, place: ChunkPlace, audio: StagedAudio): Promise<Job | undefined> {
  const there = await findChunk(db, place)
  if (there === undefined) return undefined
  if (there.job.status === 'failed') {
    const blobKey = await deleteRecording(db, there.id)
    if (blobKey) await blobs.delete(blobKey)
    return undefined
  }
  if (there.sha256 !== audio.sha256) {
    const message = `Segment ${place.position} came before with another content: send each segment under its own number.`
    throw new OslerError('segment_reused', message, { position: place.position })
  }
  await blobs.delete(audio.key)
  return there.job
}
