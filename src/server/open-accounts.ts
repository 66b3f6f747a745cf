import type { Tokens } from '../api/capabilities.ts'
import {
  ACCOUNT_ROLES,
  type Account,
  type Accounts,
  checkPassword,
  readSignInName,
  type SignedIn,
} from '../domain/account.ts'
import { OslerError } from '../domain/errors.ts'
import type { ProviderSignIn } from '../domain/provider.ts'
import { hashPassword, isPassword } from '../platform/passwords.ts'
import { openTries } from '../platform/slow-tries.ts'
import { endSession, insertSession } from '../store/account-sessions.ts'
import {
  changeAccount,
  changeEntrance,
  createAccount,
  findAccount,
  findAccountByLink,
  findAccountByName,
  listAccounts,
} from '../store/accounts.ts'
import { hashSecret, newSecret } from '../store/keys.ts'
import { deletePasskeysOf } from '../store/passkeys.ts'
import { type Handle, inTransaction } from '../store/tables.ts'
import { spendToken } from '../store/token-ends.ts'
import { openPasskeys } from './open-passkeys.ts'

/** How people sign in besides. */
export interface WaysIn {
  hasPasswords: boolean
  /** The organisation's provider, where there is one. */
  openProvider?: ((beginSession: (account: Account) => Promise<SignedIn>) => ProviderSignIn) | undefined
}

interface AccountTools {
  db: Handle
  tokens: Pick<Tokens, 'sign' | 'read'>
}

/** What the token of the first account's link says that it is for. */
const FIRST = 'first-account'
/** As long as somebody looks at what the first start printed; each start prints another. */
const FIRST_SECONDS = 24 * 3600

/** Accounts, their passwords and sessions, on this server's database. */
export function openAccounts(
  tools: AccountTools,
  idleMinutes: number,
  { hasPasswords, openProvider }: WaysIn = { hasPasswords: true },
): Accounts {
  const { db } = tools
  const tries = openTries()
  const beginSession = (account: Account) => openSession(db, account, false)
  const provider = openProvider?.((account) => openSession(db, account, true))
  function needPasswords(): void {
    if (hasPasswords) return
    throw new OslerError('passwords_off', 'This server takes no passwords: sign in with your organisation.')
  }

  /** The account, whose password it is. */
  async function prove(signInName: string, password: string): Promise<Account> {
    needPasswords()
    tries.begin(signInName)
    const found = await findAccountByName(db, signInName)
    // SECURITY: an unknown name, a disabled account and a wrong password take as long and are answered alike.
    if (!(await isPassword(password, found?.passwordHash)) || !found)
      throw new OslerError('password_wrong', 'The name or the password is wrong.')
    tries.forget(signInName)
    return found
  }

  return {
    idleMinutes,
    passkeys: openPasskeys(db, beginSession),
    signIn: async (signInName, password) => beginSession(await prove(signInName.trim().toLowerCase(), password)),
    ...{ hasPasswords, provider },

    async signOut(secret, address) {
      const isFromProvider = await endSession(db, hashSecret(secret))
      // Who is signed out here is so, whether the provider can be asked or not.
      return isFromProvider ? provider?.endAddress(address).catch(() => undefined) : undefined
    },

    async makeFirst(link, person, password) {
      needPasswords()
      return beginSession(await makeFirst(tools, link, person, password))
    },

    async choosePassword(link, password) {
      needPasswords()
      return beginSession(await choosePassword(db, hashSecret(link), password))
    },

    async changePassword({ id, signInName }, password, next) {
      checkPassword(next, signInName)
      const account = await prove(signInName, password)
      await changeEntrance(db, id, { passwordHash: await hashPassword(next) })
      return beginSession(account)
    },

    ...manageAccounts(db, tries, hasPasswords),
  }
}

async function choosePassword(db: Handle, linkHash: string, password: string): Promise<Account> {
  const account = await findAccountByLink(db, linkHash)
  if (!account) throw linkEnded()
  checkPassword(password, account.signInName)
  if (!(await changeEntrance(db, account.id, { passwordHash: await hashPassword(password) }, linkHash)))
    throw linkEnded()
  return { ...account, hasPassword: true }
}

/** What an administrator does with accounts; a link is made where there are passwords. */
function manageAccounts(
  db: Handle,
  tries: ReturnType<typeof openTries>,
  hasPasswords: boolean,
): Pick<Accounts, 'list' | 'add' | 'reset' | 'change'> {
  return {
    list: (tenantId) => listAccounts(db, tenantId),

    async add(tenantId, { signInName, name, role }) {
      const link = newSecret('link')
      const made = { tenantId, signInName: readSignInName(tenantId, signInName), name, role }
      return invited(await createAccount(db, { ...made, linkHash: hashSecret(link) }), hasPasswords ? link : undefined)
    },

    async reset(tenantId, id) {
      const account = found(await findAccount(db, tenantId, id))
      const link = newSecret('link')
      await changeEntrance(db, id, { linkHash: hashSecret(link) })
      await deletePasskeysOf(db, id)
      tries.forget(account.signInName)
      return invited({ ...account, hasPassword: false, hasProvider: false }, hasPasswords ? link : undefined)
    },

    change: async (tenantId, id, change) => found(await changeAccount(db, tenantId, id, change)),
  }
}

/** The path of the page that makes the tenant's first account; undefined where it has one. */
export async function firstAccountLink({ db, tokens }: AccountTools, tenantId: string): Promise<string | undefined> {
  if ((await listAccounts(db, tenantId)).length > 0) return undefined
  const { token } = await tokens.sign({ use: FIRST, tenant: tenantId }, FIRST_SECONDS)
  return `/#/first-account/${token}`
}

async function makeFirst(
  { db, tokens }: AccountTools,
  link: string,
  { signInName, name }: { signInName: string; name: string },
  password: string,
): Promise<Account> {
  const { use, tenant = '', endsAt = '' } = (await tokens.read(link)) ?? {}
  if (use !== FIRST) throw linkEnded()
  const made = {
    tenantId: tenant,
    signInName: readSignInName(tenant, signInName),
    name,
    role: 'administrator',
  } as const
  checkPassword(password, made.signInName)
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (trx) => {
    // One name for every such link of the tenant: who comes second waits, and finds it used.
    const isUnused = await spendToken(trx, `${FIRST} ${tenant}`, new Date(endsAt))
    if (!isUnused || (await listAccounts(trx, tenant)).length > 0) throw linkEnded()
    return createAccount(trx, { ...made, passwordHash })
  })
}

async function openSession(db: Handle, account: Account, isFromProvider: boolean): Promise<SignedIn> {
  const secret = newSecret('session')
  await insertSession(db, account.id, hashSecret(secret), isFromProvider)
  return { account, scopes: ACCOUNT_ROLES[account.role], secret }
}

const invited = (account: Account, link: string | undefined) => ({
  ...account,
  ...(link && { link: `/#/password/${link}/${encodeURIComponent(account.signInName)}` }),
})

function found(account: Account | undefined): Account {
  if (account) return account
  throw new OslerError('not_found', 'There is no account with this id.')
}

const linkEnded = () =>
  new OslerError('link_ended', 'The link was used, has ended, or was replaced by a newer one: ask for another.')
