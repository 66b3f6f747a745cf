import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'
import type { App } from '../door.ts'

const MINUTE_MS = 60_000
/** What waited long enough for one answer, or for what starts: asking again soon helps. */
const SOON = [408, 503]
const SOON_SECONDS = 2

/** Counts every request by its key, or by its address where there is none. Mount it after the keys are checked. */
export async function limitRequests(app: App, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => request.keyId || request.ip,
    errorResponseBuilder: (_request, { max, ttl }) => tooMany(max, ttl),
  })
  app.addHook('onSend', formatLimitHeaders)
}

function tooMany(max: number, ttlMs: number): OslerError {
  const seconds = Math.ceil(ttlMs / 1000)
  return new OslerError('too_many_requests', `More than ${max} requests in a minute: try again in ${seconds} s.`, {
    max,
  })
}

/**
 * As the vendors send them: on every answer, the reset as a time in epoch seconds. Only who is refused must wait, for there
 * are clients that wait as long as `Retry-After` says behind any answer.
 */
async function formatLimitHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const seconds = Number(reply.getHeader('x-ratelimit-reset'))
  if (Number.isNaN(seconds)) return
  reply.header('x-ratelimit-reset', Math.ceil(Date.now() / 1000) + seconds)
  if (reply.statusCode === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', seconds)
  if (SOON.includes(reply.statusCode)) reply.header('retry-after', SOON_SECONDS)
}

/** A limit of a route's own, counted apart from all others. */
export const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: MINUTE_MS } })
