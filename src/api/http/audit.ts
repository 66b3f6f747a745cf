import type { FastifyRequest } from 'fastify'
import { appendAudit } from '../../store/audit.ts'
import type { Handle } from '../../store/tables.ts'
import type { App } from '../door.ts'

/** A thing that is read again and again with the same key, as by who waits for a result, is one line in so long. */
const SAME_READ_MS = 10 * 60_000
const MOST_REMEMBERED = 10_000

/**
 * Writes a line for everything that is done with a key to a tenant's things, before the answer leaves: if it cannot be
 * written, there is no answer. Lists and what a server offers are nobody's things.
 */
export function auditRequests(app: App, db: Handle): void {
  const reads = new Map<string, number>()
  // A socket has no answer: its line is written before it is opened.
  app.addHook('preHandler', async (request) => {
    if (request.openSocket && request.tenantId) await appendAudit(db, describe(request))
  })
  app.addHook('onSend', async (request, reply) => {
    if (!request.tenantId || reply.statusCode >= 300 || !isAboutSomething(request)) return
    const line = describe(request)
    if (request.method === 'GET' && wasJustRead(reads, JSON.stringify(line))) return
    await appendAudit(db, line)
  })
}

const isAboutSomething = ({ method, routeOptions }: FastifyRequest) =>
  method !== 'GET' || (routeOptions.url ?? '').includes(':')

function describe(request: FastifyRequest) {
  const { method, routeOptions, params, tenantId, keyId, ip } = request
  const [subject = ''] = Object.values((params ?? {}) as Record<string, string>)
  return { tenantId, keyId, origin: ip, action: `${method} ${routeOptions.url}`, subject: subject.slice(0, 100) }
}

function wasJustRead(reads: Map<string, number>, what: string): boolean {
  const now = Date.now()
  if (now - (reads.get(what) ?? 0) < SAME_READ_MS) return true
  if (reads.size >= MOST_REMEMBERED) reads.clear()
  reads.set(what, now)
  return false
}
