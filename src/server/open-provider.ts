import { createHash } from 'node:crypto'
import { type Account, type AccountRole, readSignInName, type SignedIn } from '../domain/account.ts'
import { OslerError } from '../domain/errors.ts'
import type { ProvenPerson, ProviderSignIn, RoleRules } from '../domain/provider.ts'
import { DEFAULT_TENANT } from '../domain/tenant.ts'
import type { IdentityProvider } from '../platform/identity-provider.ts'
import { changeAccount, createAccount } from '../store/accounts.ts'
import { findAccountOfPerson, linkAccount } from '../store/provider-accounts.ts'
import { beginAttempt, takeAttempt } from '../store/sign-in-attempts.ts'
import type { Handle } from '../store/tables.ts'

/** Signing in with the organisation's provider, to accounts of the tenant `default`. */
export function openProviderSignIn(
  db: Handle,
  provider: IdentityProvider,
  rules: RoleRules,
  beginSession: (account: Account) => Promise<SignedIn>,
): ProviderSignIn {
  return {
    async begin(here, isAnew) {
      const { address, kept } = await provider.begin(`${here}/`, isAnew)
      return { address, ticket: await beginAttempt(db, { content: kept }) }
    },

    async signIn(ticket, answer, here) {
      const attempt = await takeAttempt(db, ticket)
      if (!attempt)
        throw new OslerError('link_ended', 'Signing in took too long or began in another window: begin again here.')
      const person = await provider.finish(new URL(answer, `${here}/`), attempt.content)
      return beginSession(await accountOf(db, person, rules))
    },

    endAddress: (here) => provider.endAddress(`${here}/`),
  }
}

/** The account of a person: linked, found by the verified e-mail address, or made. Throws `person_unknown`. */
async function accountOf(db: Handle, person: ProvenPerson, rules: RoleRules): Promise<Account> {
  const role = rules.find(({ group }) => person.groups.includes(group))?.role
  if (rules.length > 0 && !role)
    throw unknown('You are in none of the groups that may use Osler: ask who runs the provider to add you to one.')
  const account = (await findAccountOfPerson(db, person)) ?? (await linkByEmail(db, person))
  if (account?.disabledAt) throw unknown('Your account is disabled: an administrator of Osler can enable it.')
  if (account) return role ? withRole(db, account, role) : account
  if (role) return makeAccount(db, person, role)
  const name = person.email
    ? `: the sign-in name must be ${person.email}`
    : ', whose e-mail address the provider has verified'
  throw unknown(`You have no account here yet. Ask an administrator of Osler to add one${name}.`)
}

const linkByEmail = (db: Handle, person: ProvenPerson) =>
  person.email === undefined ? undefined : linkAccount(db, DEFAULT_TENANT, person.email, person)

/** The provider says what each may do, as often as they sign in. */
async function withRole(db: Handle, account: Account, role: AccountRole): Promise<Account> {
  if (account.role === role) return account
  return (await changeAccount(db, account.tenantId, account.id, { role })) ?? account
}

/** The first name that nobody has: what they are called at the provider, or else one that is made of who they are there. */
async function makeAccount(db: Handle, person: ProvenPerson, role: AccountRole): Promise<Account> {
  const { issuer, subject, email, userName } = person
  const own = createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 16)
  for (const wished of [email, userName, own]) {
    const signInName = wished && asName(wished)
    if (!signInName) continue
    const made = { tenantId: DEFAULT_TENANT, signInName, name: (person.name ?? signInName).slice(0, 100), role }
    const account = await createAccount(db, { ...made, issuer, subject }).catch(unlessTaken)
    if (account) return account
  }
  throw unknown('No account could be made for you: ask an administrator of Osler to add one.')
}

function asName(wished: string): string | undefined {
  try {
    return readSignInName(DEFAULT_TENANT, wished)
  } catch {
    return undefined
  }
}

function unlessTaken(error: { code?: string }): undefined {
  if (error.code !== 'name_taken') throw error
}

const unknown = (message: string) => new OslerError('person_unknown', message)
