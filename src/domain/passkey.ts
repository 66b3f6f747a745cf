import type { Account, SignedIn } from './account.ts'

/** A key of a person's device, which proves by a touch or a glance who signs in (WebAuthn). */
export interface Passkey {
  id: string
  /** As its person calls it. */
  name: string
  createdAt: Date
  lastUsedAt?: Date
}

/** What a browser is asked for and answers, as WebAuthn writes it in JSON. */
export type WebAuthnJson = Record<string, unknown>

/** Passkeys of accounts. `address` is where people reach this server: a passkey is good there alone. */
export interface Passkeys {
  /** What a browser is asked that shall make one. Throws `passkey_refused` where the address cannot have any. */
  askNew(account: Account, address: string): Promise<WebAuthnJson>
  /** Keeps what the browser made. Throws `passkey_refused`. */
  add(account: Account, name: string, answer: WebAuthnJson, address: string): Promise<Passkey>
  /** What a browser is asked that shall sign in. Throws `passkey_refused` where the address cannot have any. */
  ask(address: string): Promise<WebAuthnJson>
  /** Throws `passkey_refused`. */
  signIn(answer: WebAuthnJson, address: string): Promise<SignedIn>
  list(accountId: string): Promise<Passkey[]>
  /** Throws `not_found`. */
  remove(accountId: string, id: string): Promise<void>
  /** Of somebody's lost device: all that the account has. Throws `not_found`. */
  removeAll(tenantId: string, accountId: string): Promise<void>
}
