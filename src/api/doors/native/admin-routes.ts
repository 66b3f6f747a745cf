import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Keys } from '../../../domain/keys.ts'
import { type ApiKey, SCOPES, USUAL_SCOPES } from '../../../domain/tenant.ts'
import type { App, Use } from '../../door.ts'
import { Failure, Id } from './schemas.ts'

const tags = ['Keys']
const config = { scope: 'admin' } as const

const NewKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .default([...USUAL_SCOPES]),
  expiresAt: z.iso.datetime().optional(),
})

const Time = z.string().describe('ISO 8601')
const Key = z.object({
  ...{ id: z.string(), name: z.string(), scopes: z.array(z.enum(SCOPES)), createdAt: Time },
  ...{ lastUsedAt: Time.optional(), expiresAt: Time.optional(), revokedAt: Time.optional() },
})
const MadeKey = Key.extend({ secret: z.string().describe('Shown now and never again') })
const Secrets = z.object({
  secrets: z.array(z.string()).describe('The newest first; those that were changed in the last day sign along'),
})

/** What a key with the scope `admin` may do for its own tenant: make, list and revoke keys, and change the callback secret. */
export function adminRoutes(app: App, { keys }: Use<'keys'>): void {
  keyRoutes(app, keys)
  secretRoutes(app, keys)
}

function keyRoutes(app: App, keys: Keys): void {
  app.get(
    '/api/keys',
    { config, schema: { tags, response: { 200: z.object({ keys: z.array(Key) }), '4xx': Failure } } },
    async ({ tenantId }) => ({ keys: (await keys.list(tenantId)).map(formatKey) }),
  )

  app.post(
    '/api/keys',
    { config, schema: { tags, body: NewKey, response: { 201: MadeKey, '4xx': Failure } } },
    async (request, reply) => {
      const { tenantId, scopes: own, body } = request
      const { name, scopes, expiresAt } = body
      const beyond = scopes.find((scope) => !own.includes(scope))
      if (beyond)
        throw new OslerError('scope_missing', `A key gives what it has itself, and this one may not ${beyond}.`)
      const end = expiresAt && { expiresAt: new Date(expiresAt) }
      let shown: string | undefined
      // SECURITY: the secret is kept nowhere, so that the answer cannot be given again.
      const key = await request.answerOnce(body, async () => {
        const { secret, ...made } = await keys.make(tenantId, { name, scopes, ...end })
        shown = secret
        return formatKey(made)
      })
      if (shown === undefined)
        throw new OslerError('request_reused', `The key was made (${key.id}), and its secret is shown once: revoke it.`)
      return reply.code(201).send({ ...key, secret: shown })
    },
  )

  app.delete(
    '/api/keys/:id',
    { config, schema: { tags, params: Id, response: { 200: Key, '4xx': Failure } } },
    async ({ tenantId, params }) => {
      const key = await keys.revoke(tenantId, params.id)
      if (key) return formatKey(key)
      throw new OslerError('not_found', 'There is no key with this id.')
    },
  )
}

/** What ends users' tokens, and what signs callbacks. */
function secretRoutes(app: App, keys: Keys): void {
  app.post(
    '/api/users/:id/end-tokens',
    { config, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ tenantId, params }, reply) => {
      await keys.endTokens(tenantId, params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/callback-secrets',
    { config, schema: { tags, response: { 200: Secrets, '4xx': Failure } } },
    async ({ tenantId }) => ({ secrets: await keys.listCallbackSecrets(tenantId) }),
  )

  app.post(
    '/api/callback-secrets/rotate',
    { config, schema: { tags, response: { 200: Secrets, '4xx': Failure } } },
    async (request) => {
      // SECURITY: secrets are not kept with the answer.
      await request.answerOnce(null, async () => {
        await keys.rotateCallbackSecret(request.tenantId)
        return {}
      })
      return { secrets: await keys.listCallbackSecrets(request.tenantId) }
    },
  )
}

function formatKey({ id, name, scopes, createdAt, lastUsedAt, expiresAt, revokedAt }: ApiKey) {
  return {
    ...{ id, name, scopes, createdAt: createdAt.toISOString() },
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  }
}
