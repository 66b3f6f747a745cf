import type { Migration } from 'kysely/migration'
import * as init from './001-init.ts'
import * as sessions from './002-sessions.ts'
import * as unsupportedShare from './003-unsupported-share.ts'
import * as hearing from './004-hearing.ts'
import * as voices from './005-voices.ts'
import * as revisions from './010-revisions.ts'
import * as auditChain from './020-audit-chain.ts'
import * as callbackSecrets from './021-callback-secrets.ts'
import * as heardLanguage from './022-heard-language.ts'
import * as storedSessions from './030-stored-sessions.ts'
import * as amendments from './031-amendments.ts'
import * as upkeep from './032-upkeep.ts'
import * as owners from './033-owners.ts'
import * as installation from './034-installation.ts'
import * as versionWriters from './035-version-writers.ts'
import * as live from './040-live.ts'
import * as credentials from './041-credentials.ts'
import * as auditActors from './042-audit-actors.ts'
import * as sealedWith from './043-sealed-with.ts'
import * as visits from './051-visits.ts'
import * as lists from './054-lists.ts'
import * as waiters from './057-waiters.ts'
import * as accounts from './058-accounts.ts'
import * as handedOut from './060-handed-out.ts'
import * as processes from './061-processes.ts'
import * as search from './062-search.ts'
import * as setAside from './063-set-aside.ts'
import * as passkeys from './064-passkeys.ts'
import * as provider from './065-provider.ts'
import * as sealedAddresses from './066-sealed-addresses.ts'
import * as pauses from './070-pauses.ts'
import * as letterheads from './073-letterheads.ts'

/** Every migration in order; once released, one is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-init': init,
  '002-sessions': sessions,
  '003-unsupported-share': unsupportedShare,
  '004-hearing': hearing,
  '005-voices': voices,
  '010-revisions': revisions,
  '020-audit-chain': auditChain,
  '021-callback-secrets': callbackSecrets,
  '022-heard-language': heardLanguage,
  '030-stored-sessions': storedSessions,
  '031-amendments': amendments,
  '032-upkeep': upkeep,
  '033-owners': owners,
  '034-installation': installation,
  '035-version-writers': versionWriters,
  '040-live': live,
  '041-credentials': credentials,
  '042-audit-actors': auditActors,
  '043-sealed-with': sealedWith,
  '051-visits': visits,
  '054-lists': lists,
  '057-waiters': waiters,
  '058-accounts': accounts,
  '060-handed-out': handedOut,
  '061-processes': processes,
  '062-search': search,
  '063-set-aside': setAside,
  '064-passkeys': passkeys,
  '065-provider': provider,
  '066-sealed-addresses': sealedAddresses,
  '070-pauses': pauses,
  '073-letterheads': letterheads,
}
