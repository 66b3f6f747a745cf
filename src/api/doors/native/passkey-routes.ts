import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account } from '../../../domain/account.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Passkey as PasskeyValue } from '../../../domain/passkey.ts'
import type { App, Use } from '../../door.ts'
import { perMinute } from '../../http/limits.ts'
import { refuseOtherPages } from '../../http/session-cookie.ts'
import { Failure, Id } from './schemas.ts'
import { type Begin, SessionAnswer } from './sign-in-session.ts'

const tags = ['Signing in']
const open = { isOpen: true, ...perMinute(60) } as const
const own = { takes: ['account'], ...perMinute(60) } as const

/** How long signing in proves who is there. */
const FRESH_MINUTES = 2

const Json = z.record(z.string(), z.unknown())
const Options = Json.describe("WebAuthn's options in JSON, good for ten minutes and one use")
const Answer = z
  .looseObject({ id: z.string().max(2000), type: z.literal('public-key'), response: Json })
  .describe("What the browser answered: a credential's `toJSON()`")
const Passkey = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(100).describe('As its person calls it'),
  createdAt: z.string().describe('ISO 8601'),
  lastUsedAt: z.string().optional(),
})
const Made = z.strictObject({ name: Passkey.shape.name, answer: Answer })

/** Passkeys: to sign in with one, and to have one's own. */
export function passkeyRoutes(app: App, { passkeys }: Use<'accounts'>['accounts'], begin: Begin): void {
  app.post(
    '/api/session/passkey/options',
    { config: open, schema: { tags, response: { 200: Options, '4xx': Failure } } },
    async (request) => {
      refuseOtherPages(request)
      return passkeys.ask(request.publicUrl)
    },
  )

  app.post(
    '/api/session/passkey',
    { config: open, schema: { tags, body: z.strictObject({ answer: Answer }), response: SessionAnswer } },
    (request, reply) => begin(request, reply, () => passkeys.signIn(request.body.answer, request.publicUrl)),
  )
  ownRoutes(app, passkeys)
}

function ownRoutes(app: App, passkeys: Use<'accounts'>['accounts']['passkeys']): void {
  const response = { 200: z.object({ passkeys: z.array(Passkey) }), '4xx': Failure }
  app.get('/api/session/passkeys', { config: own, schema: { tags, response } }, async ({ account }) => ({
    passkeys: (await passkeys.list((account as Account).id)).map(formatPasskey),
  }))

  app.post(
    '/api/session/passkeys/options',
    { config: own, schema: { tags, response: { 200: Options, '4xx': Failure } } },
    async (request) => {
      checkFresh(request)
      return passkeys.askNew(request.account as Account, request.publicUrl)
    },
  )

  app.post(
    '/api/session/passkeys',
    { config: own, schema: { tags, body: Made, response: { 201: Passkey, '4xx': Failure } } },
    async ({ account, body, publicUrl }, reply) => {
      const made = await passkeys.add(account as Account, body.name, body.answer, publicUrl)
      return reply.code(201).send(formatPasskey(made))
    },
  )

  app.delete(
    '/api/session/passkeys/:id',
    { config: own, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ account, params }, reply) => {
      await passkeys.remove((account as Account).id, params.id)
      return reply.code(204).send(null)
    },
  )
}

/** SECURITY: a passkey outlasts the session, so who only sits down at somebody's page makes none. Throws `proof_needed`. */
function checkFresh({ signedInAt }: FastifyRequest): void {
  const ageMs = Date.now() - (signedInAt?.getTime() ?? 0)
  if (ageMs <= FRESH_MINUTES * 60_000) return
  const message = `To add a passkey, sign in again: it is more than ${FRESH_MINUTES} minutes since you did.`
  throw new OslerError('proof_needed', message, { minutes: FRESH_MINUTES })
}

const formatPasskey = ({ id, name, createdAt, lastUsedAt }: PasskeyValue) => ({
  ...{ id, name, createdAt: createdAt.toISOString() },
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
})
