import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { Outbound } from '../../platform/outbound.ts'
import type { Blobs } from '../../store/blobs.ts'
import { checkBlob } from '../../store/check-blob.ts'
import { locateRecording, setRecordingAudio } from '../../store/recordings.ts'
import type { Handle } from '../../store/tables.ts'
import { ingestAddress } from '../intake/ingest.ts'
import type { Neighbors } from '../transcribe/join-neighbors.ts'

interface BringTools {
  db: Handle
  blobs: Blobs
  outbound: Outbound
}

/**
 * A job's recording as a file of this machine, fetched first where only its address is known, with the chunks
 * around it where it is one of a series and they can be read. Throws `not_found`, `blob_damaged`, and what `ingestAddress`
 * throws.
 */
export async function bringRecording(
  tools: BringTools,
  job: Job,
  recordingId: string,
  scratch: string,
  signal: AbortSignal,
): Promise<{ file: string; neighbors?: Neighbors }> {
  const place = await locateRecording(tools.db, recordingId)
  if (place === undefined) throw gone()
  if (place.blobKey && place.sha256) await checkBlob(tools.blobs, place.blobKey, place.sha256)
  const key = place.blobKey ?? (await fetchRecording(tools, job, recordingId, place.address, signal))
  const file = await tools.blobs.localFile(key, scratch)
  if (!('beforeKey' in place)) return { file }
  const lost: ('before' | 'after')[] = []
  const bring = async (neighborKey: string | undefined, name: 'before' | 'after') => {
    if (neighborKey === undefined) return undefined
    const folder = join(scratch, `file-${name}`)
    await mkdir(folder)
    return tools.blobs.localFile(neighborKey, folder).catch(() => {
      lost.push(name)
      return undefined
    })
  }
  const [before, after] = [await bring(place.beforeKey, 'before'), await bring(place.afterKey, 'after')]
  return { file, neighbors: { before, after, lost } }
}

async function fetchRecording(
  { db, blobs, outbound }: BringTools,
  { limits }: Job,
  recordingId: string,
  address: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (address === undefined) throw gone()
  const audio = await ingestAddress(address, outbound, blobs, limits.maxBytes, signal)
  if (await setRecordingAudio(db, recordingId, audio)) return audio.key
  await blobs.delete(audio.key)
  throw gone()
}

const gone = () => new OslerError('not_found', 'The recording was deleted while it was worked on.')
