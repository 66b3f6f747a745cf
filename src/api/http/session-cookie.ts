import type { FastifyReply, FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'

const NAME = 'osler_session'
/** It goes to Osler's own API alone, and until the browser is closed; the server ends it sooner. */
const USUAL = 'Path=/api; HttpOnly; SameSite=Strict'

/** The secret of the session that a browser is signed in with. Throws `origin_refused` when another page had it sent. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  const [, secret] = pairs.find(([name]) => name === NAME) ?? []
  if (secret) refuseOtherPages(request)
  return secret || undefined
}

/** Has the browser send the secret with what it asks from now on; without one, no more. */
export function setSessionCookie({ publicUrl }: FastifyRequest, reply: FastifyReply, secret: string | undefined): void {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  reply.header('set-cookie', `${NAME}=${secret ?? ''}; ${USUAL}${secure}${secret ? '' : '; Max-Age=0'}`)
}

/**
 * SECURITY: a browser sends cookies with what any page of the same site asks, also one on another port. Browsers say which page it
 * was (`Sec-Fetch-Site`; over plain http to another machine `Origin` alone); clients that are no browsers say nothing.
 */
export function refuseOtherPages({ headers, host }: FastifyRequest): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const isOwn = site ? ['same-origin', 'none'].includes(String(site)) : !origin || URL.parse(origin)?.host === host
  if (!isOwn)
    throw new OslerError('origin_refused', 'Only the workbench of this server may do this, and no other page.')
}
