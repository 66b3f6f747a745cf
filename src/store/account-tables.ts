import type { ColumnType, Generated } from 'kysely'
import type { AccountRole } from '../domain/account.ts'

/** People who sign in; rows stay, since versions and the audit trail name them. */
interface AccountTable {
  id: string
  tenant_id: string
  /** With the tenant before it, but of the first one. */
  sign_in_name: string
  name: string
  role: AccountRole
  /** An account has a password, or a link by which one is chosen until `link_ends_at`. */
  password_hash: string | null
  link_hash: string | null
  link_ends_at: Date | null
  /** Who it is at the organisation's provider, once somebody has come from there. */
  provider_issuer: string | null
  provider_subject: string | null
  created_at: Generated<Date>
  last_signed_in_at: Date | null
  disabled_at: Date | null
}

/** A browser in which somebody is signed in, by the hash of what its cookie says. */
interface AccountSessionTable {
  secret_hash: string
  account_id: string
  seen_at: Date
  ends_at: Date
  is_from_provider: Generated<boolean>
}

/** Public keys of people's devices; private ones never leave those. */
interface PasskeyTable {
  id: string
  account_id: string
  /** What the device calls it, and its key (COSE), in base64url. */
  credential_id: string
  public_key: string
  counter: ColumnType<string, number, number>
  name: string
  created_at: Generated<Date>
  last_used_at: Date | null
}

/** Somebody who begins to sign in, by the hash of what must come back: a passkey's challenge, or a provider's ticket. */
interface SignInAttemptTable {
  secret_hash: string
  /** Whose, where somebody is signed in already who adds a passkey. */
  account_id: string | null
  content: string
  ends_at: Date
}

export interface AccountTables {
  accounts: AccountTable
  account_sessions: AccountSessionTable
  passkeys: PasskeyTable
  sign_in_attempts: SignInAttemptTable
}
