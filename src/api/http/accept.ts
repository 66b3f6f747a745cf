import type { FastifyRequest } from 'fastify'
import type { Job } from '../../domain/job.ts'
import type { Submission } from '../../domain/submission.ts'
import type { DoorDependencies } from '../door.ts'
import { readIdempotencyKey } from './idempotency.ts'

export type Accept = Pick<DoorDependencies, 'submit' | 'checkAddress'>

/**
 * Hands a translated request to the pipeline. Addresses that may not be reached are refused now rather than later, and an
 * `Idempotency-Key` makes a repetition give the first one's job, unless the route has a key of its own. Throws `address_refused` and what `submit` throws.
 */
export async function accept(
  request: FastifyRequest,
  submission: Submission,
  { submit, checkAddress }: Accept,
): Promise<Job> {
  const { source, callbackUrl } = submission
  if (source.type === 'address') await checkAddress(source.address)
  if (callbackUrl) await checkAddress(callbackUrl)
  const idempotencyKey = submission.idempotencyKey ?? readIdempotencyKey(request)
  return submit(request.tenantId, { ...submission, ...(idempotencyKey && { idempotencyKey }) })
}
