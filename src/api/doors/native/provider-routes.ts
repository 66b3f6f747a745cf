import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { App, Use } from '../../door.ts'
import { perMinute } from '../../http/limits.ts'
import { refuseOtherPages } from '../../http/session-cookie.ts'
import { Failure } from './schemas.ts'
import { type Begin, SessionAnswer } from './sign-in-session.ts'

const tags = ['Signing in']
const open = { isOpen: true, ...perMinute(60) } as const

const Ways = z.object({
  hasPasswords: z.boolean().describe('Whether a name and a password open anything'),
  hasProvider: z.boolean().describe('Whether people sign in with their organisation'),
})
const Wanted = z.strictObject({
  isAnew: z.boolean().optional().describe('Whether the provider shall ask again who it is'),
})
const Begun = z.object({
  address: z.string().describe('Where the browser goes'),
  ticket: z.string().describe('What the page must come back with: good once, for ten minutes'),
})
const Answer = z.strictObject({
  ticket: z.string().max(200),
  answer: z.string().startsWith('?').max(8000).describe('The query with which the browser came back'),
})

/** Signing in with the organisation's provider (OpenID Connect), and which ways in there are. */
export function providerRoutes(app: App, accounts: Use<'accounts'>['accounts'], begin: Begin): void {
  const { hasPasswords } = accounts
  function needProvider() {
    if (accounts.provider) return accounts.provider
    throw new OslerError('not_found', 'This server knows no provider: the operator sets OSLER_OIDC_ISSUER.')
  }

  app.get(
    '/api/session/ways',
    { config: open, schema: { tags, response: { 200: Ways, '4xx': Failure } } },
    async () => ({
      ...{ hasPasswords, hasProvider: accounts.provider !== undefined },
    }),
  )

  app.post(
    '/api/session/provider/begin',
    { config: open, schema: { tags, body: Wanted, response: { 200: Begun, '4xx': Failure } } },
    async (request: FastifyRequest<{ Body: z.infer<typeof Wanted> }>) => {
      refuseOtherPages(request)
      return needProvider().begin(request.publicUrl, request.body.isAnew === true)
    },
  )

  app.post(
    '/api/session/provider',
    { config: open, schema: { tags, body: Answer, response: SessionAnswer } },
    (request, reply) => {
      const { ticket, answer } = request.body
      return begin(request, reply, () => needProvider().signIn(ticket, answer, request.publicUrl))
    },
  )
}
