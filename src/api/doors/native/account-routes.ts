import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ACCOUNT_ROLE_NAMES,
  ACCOUNT_ROLES,
  type Account as AccountValue,
  type InvitedAccount,
} from '../../../domain/account.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { App, Use } from '../../door.ts'
import { Failure, Id } from './schemas.ts'

const tags = ['Accounts']
const config = { scope: 'admin' } as const

const Role = z.enum(ACCOUNT_ROLE_NAMES)
const Time = z.string().describe('ISO 8601')
export const PersonName = z.string().trim().min(1).max(100).describe('As it stands on what is signed')
export const SignInName = z.string().min(1).max(200)

export const Account = z.object({
  id: z.string(),
  signInName: SignInName,
  name: PersonName,
  role: Role,
  hasPassword: z.boolean().describe('False until one was chosen, by the link'),
  hasProvider: z.boolean().describe("Whether it is somebody's at the organisation's provider"),
  createdAt: Time,
  lastSignedInAt: Time.optional(),
  passkeys: z.number().int().optional().describe('How many it has; in the list alone'),
  disabledAt: Time.optional(),
})
const Invited = Account.extend({
  link: z
    .string()
    .optional()
    .describe('The path of the page on which the person chooses a password: good once, for a week'),
})
const NewAccount = z.strictObject({ signInName: SignInName, name: PersonName, role: Role })
const Change = z.strictObject({ role: Role.optional(), isDisabled: z.boolean().optional() })

/** What an administrator does with the accounts of the tenant. */
export function accountRoutes(app: App, { accounts }: Use<'accounts'>): void {
  app.get(
    '/api/accounts',
    { config, schema: { tags, response: { 200: z.object({ accounts: z.array(Account) }), '4xx': Failure } } },
    async ({ tenantId }) => ({ accounts: (await accounts.list(tenantId)).map(formatAccount) }),
  )

  app.post(
    '/api/accounts',
    { config, schema: { tags, body: NewAccount, response: { 201: Invited, '4xx': Failure } } },
    async (request, reply) => {
      checkMayGive(request, request.body.role)
      const make = () => accounts.add(request.tenantId, request.body)
      return reply.code(201).send(await showOnce(request, request.body, make))
    },
  )

  app.post(
    '/api/accounts/:id/reset',
    { config, schema: { tags, params: Id, response: { 200: Invited, '4xx': Failure } } },
    async (request) => {
      refuseOwn(request, request.params.id)
      return showOnce(request, null, () => accounts.reset(request.tenantId, request.params.id))
    },
  )

  app.delete(
    '/api/accounts/:id/passkeys',
    { config, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ tenantId, params }, reply) => {
      await accounts.passkeys.removeAll(tenantId, params.id)
      return reply.code(204).send(null)
    },
  )

  app.patch(
    '/api/accounts/:id',
    { config, schema: { tags, params: Id, body: Change, response: { 200: Account, '4xx': Failure } } },
    async (request) => {
      const { tenantId, params, body } = request
      refuseOwn(request, params.id)
      if (body.role) checkMayGive(request, body.role)
      return formatAccount(await accounts.change(tenantId, params.id, body))
    },
  )
}

/** Nobody gives more than they have. Throws `scope_missing`. */
function checkMayGive({ scopes }: FastifyRequest, role: keyof typeof ACCOUNT_ROLES): void {
  const beyond = ACCOUNT_ROLES[role].find((scope) => !scopes.includes(scope))
  if (beyond) throw new OslerError('scope_missing', `Nobody gives what they have not: the ${role} may ${beyond}.`)
}

/** Who shuts themselves out cannot undo it. */
function refuseOwn({ account }: FastifyRequest, id: string): void {
  if (account?.id !== id) return
  const message = 'This is your own account: another administrator changes it. Your password is changed under Settings.'
  throw new OslerError('request_invalid', message)
}

/** SECURITY: the link is kept nowhere, so that the answer cannot be given again. */
async function showOnce(request: FastifyRequest, content: unknown, make: () => Promise<InvitedAccount>) {
  let shown: { link?: string } | undefined
  const account = await request.answerOnce(content, async () => {
    const { link, ...made } = await make()
    shown = link === undefined ? {} : { link }
    return formatAccount(made)
  })
  if (shown !== undefined) return { ...account, ...shown }
  throw new OslerError('request_reused', `It was done (${account.id}), and the link is shown once: reset the account.`)
}

export function formatAccount({ createdAt, lastSignedInAt, disabledAt, tenantId: _, ...account }: AccountValue) {
  return {
    ...account,
    createdAt: createdAt.toISOString(),
    ...(lastSignedInAt && { lastSignedInAt: lastSignedInAt.toISOString() }),
    ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
  }
}
