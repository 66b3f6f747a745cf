import type { FastifyRequest } from 'fastify'
import { v5 } from 'uuid'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { StoredRecord } from '../../../domain/record.ts'
import type { Records } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { formatTime } from './ids.ts'
import { Done, Failure } from './schemas.ts'

const tags = ['Heidi']
const HOUR_SECONDS = 3600
/** The namespace of users' ids (RFC 9562, version 5). */
const USER_IDS = 'c9a1d2b8-54d7-4a7e-9f0b-2f6f6d1c7e35'

const WhoAsks = z.object({
  email: z.string().max(320).optional(),
  third_party_internal_id: z.string().max(255).optional(),
})
const Jwt = z.strictObject({ token: z.string(), expiration_time: z.string() })
const Text = z.string().nullable()
const Account = z.strictObject({
  ...{ _id: z.string(), user_id: z.string(), ehr_provider: Text, ehr_email: Text, ehr_user_id: Text },
  ...{ deleted_at: Text, created_at: z.string(), updated_at: z.string() },
})
const Linked = z.strictObject({ account: Account })
const Access = z.strictObject({ is_valid: z.boolean(), is_linked: z.boolean(), account: Account.nullable() })

/** Tokens for a user, and the accounts that are linked to them. */
export function accountRoutes(app: App, { records, tokens }: Use<'tokens'>): void {
  app.get(
    '/jwt',
    {
      config: { keyHeader: 'Heidi-Api-Key', takes: ['key'] },
      schema: { tags, querystring: WhoAsks, response: { 200: Jwt, '4xx': Failure } },
    },
    async ({ tenantId, keyId, query }) => {
      const user = await findUser(records, tenantId, query)
      const { token, expiresAt } = await tokens.sign({ use: 'access', key: keyId, user }, HOUR_SECONDS)
      return { token, expiration_time: expiresAt.toISOString() }
    },
  )
  linkRoutes(app, accountsOf(records))
}

const accountsOf = (records: Records) => records<{ user_id: string; owner: string }>('linked_accounts')
type Accounts = ReturnType<typeof accountsOf>
type StoredAccount = StoredRecord<{ user_id: string; owner: string }>

function linkRoutes(app: App, accounts: Accounts): void {
  app.post(
    '/users/linked-account',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        body: z.object({ kinde_user_id: z.string().max(255) }),
        response: { 200: Linked, '4xx': Failure },
      },
    },
    async (request) => request.answerOnce(request.body, () => link(accounts, request, request.body.kinde_user_id)),
  )

  app.delete(
    '/users/linked-account::unlink',
    { config: { scope: 'submit' }, schema: { tags, response: { 200: Done, '4xx': Failure } } },
    async ({ tenantId, userId }) => {
      const account = await findAccount(accounts, tenantId, userId)
      if (account) await accounts.delete(tenantId, [account.id])
      return { is_success: account !== undefined }
    },
  )

  app.get(
    '/users/linked-account/access',
    { config: { scope: 'read' }, schema: { tags, response: { 200: Access, '4xx': Failure } } },
    async ({ tenantId, userId }) => {
      const account = await findAccount(accounts, tenantId, userId)
      const isLinked = account !== undefined
      return { is_valid: isLinked, is_linked: isLinked, account: account ? formatAccount(account) : null }
    },
  )
}

/** A user is who has this internal id, or else this address; without either the token speaks for the whole tenant. */
async function findUser(records: Records, tenantId: string, query: z.infer<typeof WhoAsks>): Promise<string> {
  const key = query.third_party_internal_id ?? query.email?.toLowerCase()
  if (!key) return ''
  // Users of before have an id that is stored; for all others it follows from who they are, so that asking makes nothing.
  return (await records('users').findByKey(tenantId, key))?.id ?? v5(JSON.stringify([tenantId, key]), USER_IDS)
}

async function link(accounts: Accounts, { tenantId, userId }: FastifyRequest, accountId: string) {
  const data = { user_id: accountId, owner: userId }
  const made = await accounts.insert(tenantId, { key: accountId, userId, data })
  const account = made ?? (await accounts.findByKey(tenantId, accountId))
  if (account?.data.owner === userId) return { account: formatAccount(account) }
  const message = 'This Heidi account is already linked to another user.'
  throw new OslerError('request_reused', message, { type: 'OpenAPIHeidiAccountAlreadyLinkedError' })
}

async function findAccount(accounts: Accounts, tenantId: string, userId: string): Promise<StoredAccount | undefined> {
  const [account] = await accounts.list(tenantId, { userId, limit: 1 })
  return account
}

function formatAccount({ id, data, createdAt, updatedAt }: StoredAccount) {
  return {
    ...{ _id: id, user_id: data.user_id, ehr_provider: null, ehr_email: null, ehr_user_id: null },
    ...{ deleted_at: null, created_at: formatTime(createdAt), updated_at: formatTime(updatedAt) },
  }
}
