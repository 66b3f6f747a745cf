import type { AccountRole, SignedIn } from './account.ts'

/** Somebody whom the organisation's provider (OpenID Connect) has signed in. */
export interface ProvenPerson {
  /** Together they are one person for ever; an e-mail address may come to be another's. */
  issuer: string
  subject: string
  /** In small letters; only where the provider says that it has verified it. */
  email?: string
  name?: string
  /** What they call themselves when they sign in there, which proves nothing. */
  userName?: string
  /** Values of the claim that gives the role: groups, or roles. */
  groups: readonly string[]
}

/** Which value of the claim gives which role; where there are none, accounts alone say who may come in. */
export type RoleRules = readonly { group: string; role: AccountRole }[]

/** Signing in with the organisation's provider. `address` is where people reach this server; the provider sends them to its `/`. */
export interface ProviderSignIn {
  /** Where the browser goes, and what its page must come back with. `isAnew` has the provider ask again who it is. Throws `provider_down`. */
  begin(address: string, isAnew: boolean): Promise<{ address: string; ticket: string }>
  /**
   * `answer` is the query with which the browser came back. Throws `link_ended`, `provider_refused`, `provider_failed`,
   * `provider_down`, and `person_unknown` where nothing lets that person in.
   */
  signIn(ticket: string, answer: string, address: string): Promise<SignedIn>
  /** Where the browser signs out of the provider and comes back; undefined where that has no such page. */
  endAddress(address: string): Promise<string | undefined>
}
