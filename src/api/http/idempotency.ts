import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'
import {
  ANSWERS_KEPT_MS,
  claimAnswer,
  findKeptAnswer,
  forgetAnswer,
  forgetAnswersBefore,
  keepAnswer,
} from '../../store/kept-answers.ts'
import type { Handle } from '../../store/tables.ts'
import type { App } from '../door.ts'
import { readIdempotencyKey } from './read-idempotency-key.ts'

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
  if (!(await claimAnswer(db, tenantId, key, fingerprint))) throw underWay()
  try {
    const answer = await make()
    await keepAnswer(db, tenantId, key, answer)
    return answer
  } catch (error) {
    await forgetAnswer(db, tenantId, key)
    throw error
  }
}

async function findAnswer(db: Handle, tenantId: string, key: string, fingerprint: string): Promise<unknown> {
  await forgetAnswersBefore(db, tenantId, new Date(Date.now() - ANSWERS_KEPT_MS))
  const found = await findKeptAnswer(db, tenantId, key)
  if (found === undefined) return undefined
  if (found.fingerprint !== fingerprint) {
    throw new OslerError('request_reused', 'This idempotency key was used before, with other content: send a new one.')
  }
  if (found.answer) return found.answer
  if (Date.now() - found.createdAt.getTime() < UNDER_WAY_MS) throw underWay()
  await forgetAnswer(db, tenantId, key)
  return undefined
}

const underWay = () =>
  new OslerError('not_ready', 'A request with this idempotency key is under way: wait for its answer.')
