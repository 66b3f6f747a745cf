import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { StoredRecord } from '../../../domain/record.ts'
import { SCOPES, type Scope } from '../../../domain/tenant.ts'
import type { Records, Tokens } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { deleteNoteSettings } from './note-settings.ts'
import { Failure, Id } from './schemas.ts'

const tags = ['Nabla']
const config = { scope: 'submit' } as const
const HOUR_SECONDS = 3600
const REFRESH_SECONDS = 30 * 24 * HOUR_SECONDS
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const TOKEN_PATH = '/oauth/token'
/** Clients sign for the vendor's own address too, as its documentation shows (https://docs.nabla.com). */
const NABLA_HOSTS = ['https://us.api.nabla.com', 'https://eu.api.nabla.com']

const TokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal(ASSERTION_TYPE),
  client_assertion: z.string().max(10_000),
  /** Scopes with spaces between them (RFC 6749, 3.3): the token may do no more. */
  scope: z.string().max(200).optional(),
})
const TokenAnswer = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int(),
  scope: z.string().optional(),
})
const UserPage = z.object({
  external_id: z.string().optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  page_size: z.coerce.number().int().min(1).max(200).default(50),
})
const NewUser = z.object({ external_id: z.string().min(1).max(255).optional() }).nullish()
const User = z.strictObject({ id: z.uuid(), external_id: z.string().optional() })
const Users = z.strictObject({ users: z.array(User) })
const UserTokens = z.strictObject({ access_token: z.string(), refresh_token: z.string() })

/** Nabla's ways to get a token. Plain keys work everywhere without any of this. */
export function accountRoutes(app: App, { records, tokens }: Use<'tokens'>): void {
  clientRoute(app, tokens)
  userRoutes(app, usersOf(records))
  userListRoutes(app, records)
  userTokenRoutes(app, usersOf(records), tokens)
}

const usersOf = (records: Records) => records('users')
type UserRecords = ReturnType<typeof usersOf>

function clientRoute(app: App, tokens: Tokens): void {
  app.post(
    TOKEN_PATH,
    { config: { isOpen: true }, schema: { tags, body: TokenRequest, response: { 200: TokenAnswer, '4xx': Failure } } },
    async (request) => {
      const path = `${request.raw.vendorBase ?? ''}${TOKEN_PATH}`
      const audiences = [request.publicUrl, ...NABLA_HOSTS].map((host) => `${host}${path}`)
      const key = await tokens.checkAssertion(request.body.client_assertion, audiences)
      // Scopes of others say nothing here; what a key may do stands with the key.
      const scope = (request.body.scope ?? '').split(' ').filter(isScope).join(' ')
      const { token } = await tokens.sign({ use: 'access', key, ...(scope && { scope }) }, HOUR_SECONDS)
      return { access_token: token, token_type: 'Bearer' as const, expires_in: HOUR_SECONDS, ...(scope && { scope }) }
    },
  )
}

function userRoutes(app: App, users: UserRecords): void {
  app.post(
    '/users',
    { config, schema: { tags, body: NewUser, response: { 200: User, '4xx': Failure } } },
    async (request) =>
      request.answerOnce(request.body ?? {}, () => makeUser(users, request.tenantId, request.body?.external_id)),
  )

  app.get(
    '/users/find_by_external_id/:external_id',
    {
      config: { scope: 'read' },
      schema: { tags, params: z.object({ external_id: z.string() }), response: { 200: User, '4xx': Failure } },
    },
    async ({ tenantId, params }) => {
      const user = await users.findByKey(tenantId, params.external_id)
      if (user) return { id: user.id }
      throw noUser()
    },
  )
}

const isScope = (word: string): word is Scope => SCOPES.includes(word as Scope)

const formatUser = ({ id, key }: StoredRecord) => ({ id, ...(key !== null && { external_id: key }) })

/** Users by page, or by the id that they have with the client. */
function userListRoutes(app: App, records: Records): void {
  const users = usersOf(records)
  app.get(
    '/users',
    { config: { scope: 'read' }, schema: { tags, querystring: UserPage, response: { 200: Users, '4xx': Failure } } },
    async ({ tenantId, query: { external_id, page, page_size: limit } }) => {
      const found = external_id === undefined ? undefined : await users.findByKey(tenantId, external_id)
      if (external_id !== undefined) return { users: found ? [formatUser(found)] : [] }
      return { users: (await users.list(tenantId, { limit, offset: (page - 1) * limit })).map(formatUser) }
    },
  )

  app.delete(
    '/users/:id',
    {
      config: { scope: 'delete' },
      schema: { tags, params: Id, response: { 200: z.strictObject({}), '4xx': Failure } },
    },
    async ({ tenantId, params }) => {
      if ((await users.delete(tenantId, [params.id])) === 0) throw noUser()
      await deleteNoteSettings(records, tenantId, params.id)
      return {}
    },
  )
}

function userTokenRoutes(app: App, users: UserRecords, tokens: Tokens): void {
  app.post(
    '/jwt/authenticate/:id',
    { config, schema: { tags, params: Id, response: { 200: UserTokens, '4xx': Failure } } },
    async ({ tenantId, keyId, params }) => {
      const user = await users.find(tenantId, params.id)
      if (user) return signPair(tokens, keyId, user.id)
      throw noUser()
    },
  )

  app.post(
    '/jwt/refresh',
    {
      config: { isOpen: true },
      schema: {
        tags,
        body: z.object({ refresh_token: z.string().max(10_000) }),
        response: { 200: UserTokens, '4xx': Failure },
      },
    },
    async ({ body }) => {
      const claims = await tokens.read(body.refresh_token)
      if (claims?.use !== 'refresh') throw new OslerError('key_wrong', 'The refresh token is unknown or has expired.')
      const { id, tenantId } = await tokens.findKey(claims.key ?? '')
      const { user = '', madeAt = '', endsAt = '' } = claims
      if (await tokens.isEnded(tenantId, user, new Date(madeAt)))
        throw new OslerError('key_wrong', 'The tokens of this user were ended: authenticate the user anew.')
      if (!(await users.find(tenantId, user))) throw noUser()
      if (!(await tokens.spend(`refresh:${claims.id}`, new Date(endsAt))))
        throw new OslerError('key_wrong', 'The refresh token was used before: it is good for one use.')
      return signPair(tokens, id, user)
    },
  )
}

async function makeUser(users: UserRecords, tenantId: string, externalId: string | undefined) {
  const made = await users.insert(tenantId, { key: externalId, data: {} })
  const user = made ?? (await users.findByKey(tenantId, externalId ?? ''))
  return { id: user?.id ?? '' }
}

async function signPair(tokens: Tokens, key: string, user: string) {
  const access = await tokens.sign({ use: 'access', key, user }, HOUR_SECONDS)
  const refresh = await tokens.sign({ use: 'refresh', key, user }, REFRESH_SECONDS)
  return { access_token: access.token, refresh_token: refresh.token }
}

const noUser = () => new OslerError('not_found', 'There is no user with this id.')
