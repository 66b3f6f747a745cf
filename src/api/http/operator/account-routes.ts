import { z } from 'zod'
import { ACCOUNT_ROLE_NAMES, type Account, type Accounts } from '../../../domain/account.ts'
import { OslerError } from '../../../domain/errors.ts'
import { findAccountByName, listAccounts } from '../../../store/accounts.ts'
import type { Handle } from '../../../store/tables.ts'
import { ensureTenant } from '../../../store/tenants.ts'
import type { App } from '../../door.ts'

const NewAccount = z.strictObject({
  signInName: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  role: z.enum(ACCOUNT_ROLE_NAMES),
})

/** What `osler accounts` asks for, of any tenant; accounts are named by their sign-in names. */
export function accountRoutes(
  app: App,
  { db, accounts, tenant }: { db: Handle; accounts: Accounts; tenant: z.ZodDefault<z.ZodString> },
): void {
  const params = z.object({ signInName: z.string().max(200) })
  async function find(signInName: string): Promise<Account> {
    const account = await findAccountByName(db, signInName.toLowerCase())
    if (account) return account
    throw new OslerError('not_found', `There is no account "${signInName}": \`osler accounts list\` shows all.`)
  }

  app.get('/api/operator/accounts', async () => ({ accounts: await listAccounts(db) }))

  app.post('/api/operator/accounts', { schema: { body: NewAccount.extend({ tenant }) } }, async ({ body }) => {
    await ensureTenant(db, body.tenant)
    return accounts.add(body.tenant, body)
  })

  app.post('/api/operator/accounts/:signInName/reset', { schema: { params } }, async (request) => {
    const { tenantId, id } = await find(request.params.signInName)
    return accounts.reset(tenantId, id)
  })

  app.post(
    '/api/operator/accounts/:signInName/disable',
    { schema: { params, body: z.strictObject({ isDisabled: z.boolean() }) } },
    async (request) => {
      const { tenantId, id } = await find(request.params.signInName)
      return accounts.change(tenantId, id, request.body)
    },
  )
}
