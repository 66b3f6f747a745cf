import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { SegmentPlace, StagedAudio, Submission } from '../../domain/submission.ts'
import { deleteRecording, findSegment } from '../../store/recordings.ts'
import { type SubmitTools, submit } from './submit.ts'

/**
 * Accepts work, a segment only once: the same file under the same number gives the job that it made before, and
 * another file is refused, unless what came before could not be heard. Throws `segment_reused`.
 */
export async function submitOnce(tools: SubmitTools, tenantId: string, submission: Submission): Promise<Job> {
  const { source } = submission
  if (!('audio' in source) || source.segment === undefined) return submit(tools, tenantId, submission)
  const { audio, segment } = source
  const findEarlier = () => findSame(tools, segment, audio)
  return (
    (await findEarlier()) ??
    submit(tools, tenantId, submission).catch(async (error) => {
      // The same segment may have come twice at once: the second meets the first one's row.
      const first = await findEarlier()
      if (first) return first
      throw error
    })
  )
}

async function findSame({ db, blobs }: SubmitTools, place: SegmentPlace, audio: StagedAudio): Promise<Job | undefined> {
  const there = await findSegment(db, place)
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
