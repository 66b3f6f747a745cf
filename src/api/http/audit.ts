import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Audit } from '../../store/audit.ts'
import type { App } from '../door.ts'

/** What is read, or refused, again and again with the same key, as by who waits for a result, is one line in so long. */
const SAME_LINE_MS = 10 * 60_000
const MOST_REMEMBERED = 10_000
/** Nobody's things: what a server says of itself to whoever asks. Every other route leaves lines. */
const NOT_AUDITED = /^\/(health\/|metrics$|docs|openapi\.json$|\*?$|assets\/)/
/** Our ids, and Heidi's spelling of them. PATIENT DATA: other names in a path may be a person's. */
const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{20,39})$/i
const MADE_ID = /"(?:id|session_id|recording_id)":"([^"]{20,39})"/
/** Where the id of what was made stands in an answer. */
const HEAD_LETTERS = 2000

/**
 * Writes lines for every request of every route. Who changes something has one before it is done, so that nothing is done
 * without; who reads, one before the answer leaves; a refusal and what was made, one more. If it cannot be written, there
 * is no answer. The origin is noted when the connection is made: it is gone when a client hangs up.
 */
export function auditRequests(app: App, audit: Audit): void {
  const remembered = new Map<string, number>()
  app.decorateRequest('origin', '')
  app.decorateRequest('isAuditLost', false)
  const addresses = new WeakMap<Socket, string>()
  app.server.on('connection', (socket: Socket) => addresses.set(socket, socket.remoteAddress ?? ''))
  app.addHook('onRequest', async (request) => {
    request.origin = addresses.get(request.raw.socket) ?? request.ip ?? ''
  })
  app.addHook('preHandler', async (request) => {
    if (isAudited(request) && (isChange(request) || request.openSocket)) await audit.append(lineOf(request, null))
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const line = isAudited(request) && lineAfter(request, reply, payload)
    if (!line || request.isAuditLost || wasJustWritten(remembered, JSON.stringify(line))) return
    // What answers that it could not be written is not written either.
    request.isAuditLost = true
    await audit.append(line)
    request.isAuditLost = false
  })
}

const isAudited = ({ is404, method, routeOptions }: FastifyRequest) =>
  !is404 && method !== 'OPTIONS' && !NOT_AUDITED.test(routeOptions.url ?? '')

const isChange = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD'

function lineOf(request: FastifyRequest, status: number | null, made = '') {
  const { method, routeOptions, params, tenantId, keyId, origin, account } = request
  const userId = account?.signInName ?? request.userId
  const [named = ''] = Object.values((params ?? {}) as Record<string, string>)
  const subject = ID.test(named) ? named : made
  return { tenantId, keyId, userId, origin, action: `${method} ${routeOptions.url}`, subject, status }
}

/** A line where the one before it does not say all. */
function lineAfter(request: FastifyRequest, { statusCode }: FastifyReply, payload: unknown) {
  if (statusCode >= 400 || !isChange(request)) return lineOf(request, statusCode)
  const [, made = ''] = MADE_ID.exec(typeof payload === 'string' ? payload.slice(0, HEAD_LETTERS) : '') ?? []
  const line = lineOf(request, statusCode, ID.test(made) ? made : '')
  return line.subject === lineOf(request, null).subject ? undefined : line
}

function wasJustWritten(remembered: Map<string, number>, what: string): boolean {
  const now = Date.now()
  if (now - (remembered.get(what) ?? 0) < SAME_LINE_MS) return true
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(what, now)
  return false
}
