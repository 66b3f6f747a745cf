import type { Session } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'
import { listRecordings } from '../store/recordings.ts'
import type { Handle } from '../store/tables.ts'
import { findOwn } from './find.ts'
import { readSession } from './read-session.ts'

/**
 * A consultation's recording by its number from 0, in the order they came, as its id; without a number the session, where
 * there are several. Throws `not_found`.
 */
export async function findSound(
  db: Handle,
  tenantId: string,
  id: string,
  number: number | undefined,
): Promise<string | Session> {
  await findOwn(db, tenantId, id)
  const recordings = (await listRecordings(db, tenantId, id)).filter(({ sha256 }) => sha256)
  if (number === undefined && recordings.length > 1) return readSession(db, tenantId, id)
  const recording = recordings[number ?? 0]
  if (recording) return recording.id
  const message = `The consultation has ${recordings.length} recordings; there is no number ${number ?? 0}.`
  throw new OslerError('not_found', message)
}
