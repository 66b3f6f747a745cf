import { OslerError } from './errors.ts'
import type { Passkeys } from './passkey.ts'
import type { ProviderSignIn } from './provider.ts'
import { DEFAULT_TENANT, SCOPES, type Scope } from './tenant.ts'

/** What an account of each role may do, in the scopes of keys. */
export const ACCOUNT_ROLES = {
  clinician: ['submit', 'read', 'delete', 'sign'],
  reviewer: ['submit', 'read'],
  administrator: SCOPES,
} as const satisfies Record<string, readonly Scope[]>
export type AccountRole = keyof typeof ACCOUNT_ROLES
export const ACCOUNT_ROLE_NAMES = Object.keys(ACCOUNT_ROLES) as [AccountRole, ...AccountRole[]]

/** A person who signs in. It is never deleted, since documents and the audit trail name it. */
export interface Account {
  id: string
  tenantId: string
  /** Unique on this server; behind the tenant's name and a slash, but of the first tenant. */
  signInName: string
  /** The person's, as it stands on what is changed and signed. */
  name: string
  role: AccountRole
  /** False until the person has chosen a password, by a link. */
  hasPassword: boolean
  /** Whether somebody has come to it from the organisation's provider, whose it is since. */
  hasProvider: boolean
  createdAt: Date
  lastSignedInAt?: Date
  disabledAt?: Date
}

/** An account, and how many passkeys it has. */
export type ListedAccount = Account & { passkeys: number }

export interface NewAccount {
  signInName: string
  name: string
  role: AccountRole
}

/** An account with the path of the one page on which its person chooses a password, once; none where there are no passwords. */
export type InvitedAccount = Account & { link?: string }

/** Who has signed in: the account, and the secret that its browser sends until the session ends. */
export interface SignedIn {
  account: Account
  scopes: readonly Scope[]
  secret: string
}

/** What people do with their own accounts, and an administrator with those of the tenant. */
export interface Accounts {
  /** A session in which nobody asked anything for so long has ended. */
  readonly idleMinutes: number
  /** Throws `password_wrong`, and `too_many_requests` where the name was tried too often. */
  signIn(signInName: string, password: string): Promise<SignedIn>
  /** Answers where the browser goes on to, to sign out of the provider that the session began at. */
  signOut(secret: string, address: string): Promise<string | undefined>
  /** Makes the first account of a tenant, by the link that the server printed. Throws `link_ended`. */
  makeFirst(link: string, person: Pick<NewAccount, 'signInName' | 'name'>, password: string): Promise<SignedIn>
  /** Throws `link_ended`. */
  choosePassword(link: string, password: string): Promise<SignedIn>
  /** Ends every session and begins a new one. Throws what `signIn` throws. */
  changePassword(account: Account, password: string, next: string): Promise<SignedIn>
  readonly passkeys: Passkeys
  /** Whether passwords open anything here; where not, what takes one throws `passwords_off`. */
  readonly hasPasswords: boolean
  /** Where the operator has set one. */
  readonly provider: ProviderSignIn | undefined
  list(tenantId: string): Promise<ListedAccount[]>
  /** Throws `name_taken`. */
  add(tenantId: string, account: NewAccount): Promise<InvitedAccount>
  /** The password, passkeys and every session end, and a link is made. Throws `not_found`. */
  reset(tenantId: string, id: string): Promise<InvitedAccount>
  /** Who is disabled is signed out at once. Throws `not_found`. */
  change(tenantId: string, id: string, change: AccountChange): Promise<Account>
}

export interface AccountChange {
  role?: AccountRole | undefined
  isDisabled?: boolean | undefined
}

/** NIST SP 800-63B asks for 8 letters and more where nothing else is sent, and for no rules of what must be in them. */
export const PASSWORD_LETTERS = { least: 12, most: 200 } as const

/** Throws `request_invalid` for one that is guessed first. */
export function checkPassword(password: string, signInName: string): void {
  const { least, most } = PASSWORD_LETTERS
  if (password.length < least || password.length > most) {
    const message = `The password has ${password.length} letters: take ${least} to ${most}. A few words are easy to keep in mind.`
    throw new OslerError('request_invalid', message, { least, most })
  }
  const [own = ''] = signInName.split('/').slice(-1)
  const rest = password.toLowerCase().replaceAll(own, '')
  // `aaaaaaaaaaaa`, or the name with a year behind it.
  if (new Set(rest).size < 5)
    throw new OslerError('request_invalid', 'The password is too easy to guess: take one with more in it.')
}

const NAME_OF_SIGN_IN = /^[a-z0-9][a-z0-9._@+-]{0,99}$/

/** The name as it is kept: in small letters, and behind its tenant. Throws `request_invalid`. */
export function readSignInName(tenantId: string, typed: string): string {
  const name = typed.trim().toLowerCase()
  if (!NAME_OF_SIGN_IN.test(name)) {
    const message = 'The sign-in name must have letters, digits and . _ @ + - alone, and 100 of them at most.'
    throw new OslerError('request_invalid', message)
  }
  return tenantId === DEFAULT_TENANT ? name : `${tenantId}/${name}`
}
