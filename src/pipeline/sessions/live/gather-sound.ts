import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import { waveHeader } from '../../../audio/wave-header.ts'
import { OslerError } from '../../../domain/errors.ts'
import { newId } from '../../../domain/ids.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { deleteLive, endLost, listPieces, type Piece } from '../../../store/live.ts'
import { setRecordingAudio } from '../../../store/recordings.ts'
import type { Tables } from '../../../store/tables.ts'

/**
 * Makes one recording of the pieces of one that went on and has ended, or whose client was lost. False while it goes on; what
 * is whole already is left as it is. Throws `audio_empty`.
 */
export async function gatherSound(
  { db, blobs }: { db: Kysely<Tables>; blobs: Blobs },
  recordingId: string,
): Promise<boolean> {
  const sound = await endLost(db, recordingId)
  if (sound === 'going on') return false
  if (sound === undefined) return true
  const pieces = await listPieces(db, recordingId)
  if (pieces.length === 0) throw new OslerError('audio_empty', 'The recording was begun, and no sound was sent.')
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0)
  const key = `recordings/${newId()}`
  const stored = await blobs.put(key, Readable.from(readAll(blobs, waveHeader(bytes, sound), pieces)))
  // Before the pieces go: should this process die here, it is done again.
  await db.transaction().execute(async (trx) => {
    await setRecordingAudio(trx, recordingId, { key, ...stored, container: 'wav' })
    await deleteLive(trx, recordingId)
  })
  for (const { blobKey } of pieces) await blobs.delete(blobKey)
  return true
}

async function* readAll(blobs: Blobs, header: Buffer, pieces: readonly Piece[]) {
  yield header
  for (const { blobKey } of pieces) yield* await blobs.read(blobKey)
}
