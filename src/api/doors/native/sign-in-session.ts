import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account as AccountValue, SignedIn } from '../../../domain/account.ts'
import { SCOPES, type Scope } from '../../../domain/tenant.ts'
import { refuseOtherPages, setSessionCookie } from '../../http/session-cookie.ts'
import { Account, formatAccount } from './account-routes.ts'
import { Failure } from './schemas.ts'

const Session = z.object({
  scopes: z.array(z.enum(SCOPES)).describe('What may be done'),
  idleMinutes: z.number().int().describe('A session in which nothing was asked for so long has ended'),
  account: Account.optional().describe('Who is signed in; none with a key'),
})
export const SessionAnswer = { 200: Session, '4xx': Failure }
type SessionBody = z.infer<typeof Session>

export function formatSession(idleMinutes: number, scopes: readonly Scope[], account: AccountValue | undefined) {
  return { ...{ scopes: [...scopes], idleMinutes }, ...(account && { account: formatAccount(account) }) }
}

/** Signs somebody in, whichever way, and has the browser keep the session. */
export type Begin = (
  request: FastifyRequest,
  reply: FastifyReply,
  signIn: () => Promise<SignedIn>,
) => Promise<SessionBody>

export const beginWith =
  (idleMinutes: number): Begin =>
  async (request, reply, signIn) => {
    refuseOtherPages(request)
    const { account, secret, scopes } = await signIn()
    // For the line of the audit trail.
    Object.assign(request, { account, keyId: account.id, tenantId: account.tenantId })
    setSessionCookie(request, reply, secret)
    return formatSession(idleMinutes, scopes, account)
  }
