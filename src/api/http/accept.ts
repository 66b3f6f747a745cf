import type { FastifyRequest } from 'fastify'
import type { Job } from '../../domain/job.ts'
import type { WorkRequest } from '../../domain/submission.ts'
import type { Intake } from '../capabilities.ts'
import { readIdempotencyKey } from './read-idempotency-key.ts'

/**
 * Hands a translated request to the pipeline. Addresses that may not be reached are refused now rather than later, and an
 * `Idempotency-Key` makes a repetition give the first one's job, unless the route has a key of its own. Throws `address_refused` and what `submit` throws.
 */
export async function accept(
  request: FastifyRequest,
  work: WorkRequest,
  { submit, checkAddress }: Pick<Intake, 'submit' | 'checkAddress'>,
): Promise<Job> {
  const { source, callbackUrl } = work
  if (source.type === 'address') await checkAddress(source.address)
  if (callbackUrl) await checkAddress(callbackUrl)
  const idempotencyKey = work.idempotencyKey ?? readIdempotencyKey(request)
  return submit(request.tenantId, { ...work, ...(idempotencyKey && { idempotencyKey }) })
}

/** For work whose answer is waited for by who asks and whose id nobody is told: sent again, it is joined. */
export const waitedFor = ({ keyId, userId }: FastifyRequest, work: WorkRequest): WorkRequest => ({
  ...work,
  waiter: `${keyId} ${userId}`,
})
