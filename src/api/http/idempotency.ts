import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'
import { deleteRecords, deleteRecordsBefore, findRecordByKey, insertRecord, updateRecord } from '../../store/records.ts'
import type { Handle } from '../../store/tables.ts'
import type { App } from '../door.ts'
import { readIdempotencyKey } from './read-idempotency-key.ts'

const COLLECTION = 'answers'
const KEPT_MS = 24 * 3_600_000
/** Nothing that is answered this way takes longer; a process that died in between is not waited for. */
const UNDER_WAY_MS = 60_000

/** Gives requests `answerOnce`. A job needs none of this: its key is stored with it. */
export function rememberAnswers(app: App, db: Handle): void {
  app.decorateRequest('answerOnce', function (this: FastifyRequest, content, make) {
    return answerOnce(db, this, content, make)
  })
}

async function answerOnce<Answer extends object>(
  db: Handle,
  request: FastifyRequest,
  content: unknown,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const key = readIdempotencyKey(request)
  if (key === undefined) return make()
  const { tenantId } = request
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([request.url, content]))
    .digest('hex')
  const earlier = await findAnswer(db, tenantId, key, fingerprint)
  if (earlier) return earlier as Answer
  const claim = await insertRecord(db, { tenantId, collection: COLLECTION, key, data: { fingerprint } })
  if (claim === undefined) throw underWay()
  try {
    const answer = await make()
    await updateRecord(db, tenantId, COLLECTION, claim.id, { answer })
    return answer
  } catch (error) {
    await deleteRecords(db, tenantId, COLLECTION, [claim.id])
    throw error
  }
}

async function findAnswer(db: Handle, tenantId: string, key: string, fingerprint: string): Promise<unknown> {
  await deleteRecordsBefore(db, tenantId, COLLECTION, new Date(Date.now() - KEPT_MS))
  const found = await findRecordByKey(db, tenantId, COLLECTION, key)
  if (found === undefined) return undefined
  if (found.data.fingerprint !== fingerprint) {
    throw new OslerError('request_reused', 'This idempotency key was used before, with other content: send a new one.')
  }
  if (found.data.answer) return found.data.answer
  if (Date.now() - found.createdAt.getTime() < UNDER_WAY_MS) throw underWay()
  await deleteRecords(db, tenantId, COLLECTION, [found.id])
  return undefined
}

const underWay = () =>
  new OslerError('not_ready', 'A request with this idempotency key is under way: wait for its answer.')
