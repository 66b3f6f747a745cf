import { z } from 'zod'
import type { Account as AccountValue } from '../../../domain/account.ts'
import type { App, Use } from '../../door.ts'
import { perMinute } from '../../http/limits.ts'
import { readSessionCookie, setSessionCookie } from '../../http/session-cookie.ts'
import { PersonName, SignInName } from './account-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { Failure } from './schemas.ts'
import { type Begin, beginWith, formatSession, SessionAnswer } from './sign-in-session.ts'

const tags = ['Signing in']
/** Each checks a password, which takes a processor some 100 ms. */
const open = { isOpen: true, ...perMinute(60) } as const
// How long it must be is told in a sentence.
const Password = z.string().min(1).max(1000)

const Ended = z.object({ address: z.string().describe('Where the browser signs out of the provider, too') })

/** Who asks: a person signs in to a session, which a cookie of the browser carries, and signs out of it. */
export function signInRoutes(app: App, { accounts }: Use<'accounts'>): void {
  const { idleMinutes } = accounts
  const begin = beginWith(idleMinutes)

  app.get(
    '/api/session',
    { config: { scope: 'read' }, schema: { tags, response: SessionAnswer } },
    async ({ scopes, account }) => formatSession(idleMinutes, scopes, account),
  )

  app.post(
    '/api/session',
    {
      config: open,
      schema: { tags, body: z.strictObject({ signInName: SignInName, password: Password }), response: SessionAnswer },
    },
    (request, reply) => begin(request, reply, () => accounts.signIn(request.body.signInName, request.body.password)),
  )

  app.delete(
    '/api/session',
    { config: { isOpen: true }, schema: { tags, response: { 200: Ended, 204: z.null(), '4xx': Failure } } },
    async (request, reply) => {
      const secret = readSessionCookie(request)
      const address = secret && (await accounts.signOut(secret, request.publicUrl))
      setSessionCookie(request, reply, undefined)
      return address ? { address } : reply.code(204).send(null)
    },
  )

  app.put(
    '/api/session/password',
    {
      config: { takes: ['account'], ...perMinute(60) },
      schema: { tags, body: z.strictObject({ password: Password, next: Password }), response: SessionAnswer },
    },
    (request, reply) => {
      const { password, next } = request.body
      return begin(request, reply, () => accounts.changePassword(request.account as AccountValue, password, next))
    },
  )

  linkRoutes(app, accounts, begin)
  passkeyRoutes(app, accounts, begin)
  providerRoutes(app, accounts, begin)
}

/** Links that are good once: to choose a password, and to make a tenant's first account. */
function linkRoutes(app: App, accounts: Use<'accounts'>['accounts'], begin: Begin): void {
  const Chosen = z.strictObject({ link: z.string().min(1).max(2000), password: Password })
  const First = Chosen.extend({ signInName: SignInName, name: PersonName })

  app.post(
    '/api/session/link',
    { config: open, schema: { tags, body: Chosen, response: SessionAnswer } },
    (request, reply) => begin(request, reply, () => accounts.choosePassword(request.body.link, request.body.password)),
  )

  app.post(
    '/api/session/first',
    { config: open, schema: { tags, body: First, response: SessionAnswer } },
    (request, reply) => {
      const { link, password, ...person } = request.body
      return begin(request, reply, () => accounts.makeFirst(link, person, password))
    },
  )
}
