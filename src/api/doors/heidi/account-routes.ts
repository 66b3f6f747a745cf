import { v5 } from 'uuid'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { deleteRecords, findRecordByKey, insertRecord, listRecords, type StoredRecord } from '../../../store/records.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { answerOnce } from '../../http/idempotency.ts'
import { formatTime } from './ids.ts'
import { Done, Failure } from './schemas.ts'

const tags = ['Heidi']
const USERS = 'heidi.users'
const ACCOUNTS = 'heidi.linked_accounts'
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
export function accountRoutes(app: App, { db, tokens }: DoorDependencies): void {
  app.get(
    '/jwt',
    {
      config: { keyHeader: 'Heidi-Api-Key' },
      schema: { tags, querystring: WhoAsks, response: { 200: Jwt, '4xx': Failure } },
    },
    async ({ tenantId, keyId, query }) => {
      const user = await findUser(tenantId, query)
      const { token, expiresAt } = await tokens.sign({ use: 'access', key: keyId, user }, HOUR_SECONDS)
      return { token, expiration_time: expiresAt.toISOString() }
    },
  )

  /** A user is who has this internal id, or else this address; without either the token speaks for the whole tenant. */
  async function findUser(tenantId: string, query: z.infer<typeof WhoAsks>): Promise<string> {
    const key = query.third_party_internal_id ?? query.email?.toLowerCase()
    if (!key) return ''
    // Users of before have an id that is stored; for all others it follows from who they are, so that asking makes nothing.
    return (await findRecordByKey(db, tenantId, USERS, key))?.id ?? v5(JSON.stringify([tenantId, key]), USER_IDS)
  }

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
    async (request) =>
      answerOnce(db, request, request.body, () => link(request.tenantId, request.userId, request.body.kinde_user_id)),
  )

  async function link(tenantId: string, userId: string, accountId: string) {
    const data = { user_id: accountId, owner: userId }
    const made = await insertRecord(db, { tenantId, collection: ACCOUNTS, key: accountId, data })
    const account = made ?? (await findRecordByKey(db, tenantId, ACCOUNTS, accountId))
    if (account?.data.owner === userId) return { account: formatAccount(account) }
    const message = 'This Heidi account is already linked to another user.'
    throw new OslerError('request_reused', message, { type: 'OpenAPIHeidiAccountAlreadyLinkedError' })
  }

  app.delete(
    '/users/linked-account::unlink',
    { config: { scope: 'submit' }, schema: { tags, response: { 200: Done, '4xx': Failure } } },
    async ({ tenantId, userId }) => {
      const account = await findAccount(tenantId, userId)
      if (account) await deleteRecords(db, tenantId, ACCOUNTS, [account.id])
      return { is_success: account !== undefined }
    },
  )

  app.get(
    '/users/linked-account/access',
    { config: { scope: 'read' }, schema: { tags, response: { 200: Access, '4xx': Failure } } },
    async ({ tenantId, userId }) => {
      const account = await findAccount(tenantId, userId)
      const isLinked = account !== undefined
      return { is_valid: isLinked, is_linked: isLinked, account: account ? formatAccount(account) : null }
    },
  )

  async function findAccount(tenantId: string, userId: string): Promise<StoredRecord | undefined> {
    const accounts = await listRecords(db, tenantId, ACCOUNTS)
    return accounts.find(({ data }) => data.owner === userId)
  }
}

function formatAccount({ id, data, createdAt, updatedAt }: StoredRecord) {
  return {
    ...{ _id: id, user_id: String(data.user_id), ehr_provider: null, ehr_email: null, ehr_user_id: null },
    ...{ deleted_at: null, created_at: formatTime(createdAt), updated_at: formatTime(updatedAt) },
  }
}
