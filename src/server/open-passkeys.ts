import { isIP } from 'node:net'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Account, SignedIn } from '../domain/account.ts'
import { OslerError } from '../domain/errors.ts'
import type { Passkeys, WebAuthnJson } from '../domain/passkey.ts'
import { findAccount } from '../store/accounts.ts'
import {
  deletePasskey,
  deletePasskeysOf,
  findPasskey,
  insertPasskey,
  listPasskeys,
  notePasskeyUsed,
} from '../store/passkeys.ts'
import { beginAttempt, takeAttempt } from '../store/sign-in-attempts.ts'
import type { Handle } from '../store/tables.ts'

/** Loaded when somebody uses a passkey: it takes a tenth of a second. */
const webAuthn = () => import('@simplewebauthn/server')

/** EdDSA, ES256, RS256, as COSE numbers them: what devices have; what Node does not have yet it warns of. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** Passkeys on this server's database; `beginSession` signs somebody in whose passkey was right. */
export function openPasskeys(db: Handle, beginSession: (account: Account) => Promise<SignedIn>): Passkeys {
  return {
    async askNew(account, address) {
      const { generateRegistrationOptions } = await webAuthn()
      const known = await listPasskeys(db, account.id)
      const options = await generateRegistrationOptions({
        ...{ rpName: 'Osler', rpID: hostOf(address), userName: account.signInName, userDisplayName: account.name },
        userID: new TextEncoder().encode(account.id),
        supportedAlgorithmIDs,
        // The device keeps whose it is, so that nobody types a name; and asks for a finger, a face or a PIN.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
      })
      await beginAttempt(db, { accountId: account.id }, options.challenge)
      return { ...options }
    },

    async add(account, name, answer, address) {
      const { credential } = await verifyNew(db, account, answer, address)
      const { id: credentialId, publicKey, counter } = credential
      const made = { accountId: account.id, name, credentialId, publicKey: encode(publicKey), counter }
      const passkey = await insertPasskey(db, made)
      if (passkey) return passkey
      throw refused('This device has a passkey for this server already.')
    },

    async ask(address) {
      const { generateAuthenticationOptions } = await webAuthn()
      const options = await generateAuthenticationOptions({ rpID: hostOf(address), userVerification: 'required' })
      await beginAttempt(db, {}, options.challenge)
      return { ...options }
    },

    signIn: async (answer, address) => beginSession(await prove(db, answer, address)),
    list: (accountId) => listPasskeys(db, accountId),

    async remove(accountId, id) {
      if (!(await deletePasskey(db, accountId, id))) throw new OslerError('not_found', 'There is no such passkey.')
    },

    async removeAll(tenantId, accountId) {
      if (!(await findAccount(db, tenantId, accountId)))
        throw new OslerError('not_found', 'There is no account with this id.')
      await deletePasskeysOf(db, accountId)
    },
  }
}

/** What the browser made for this account, at this address, when it was asked. Throws `passkey_refused`. */
async function verifyNew(db: Handle, account: Account, answer: WebAuthnJson, address: string) {
  const { verifyRegistrationResponse } = await webAuthn()
  const checked = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    supportedAlgorithmIDs,
    ...expected(address, async (challenge) => !!(await takeAttempt(db, challenge, account.id))),
  }).catch(asRefused)
  if (checked.verified) return checked.registrationInfo
  throw refused(NOT_RIGHT)
}

/** The account whose passkey has answered. Throws `passkey_refused`. */
async function prove(db: Handle, answer: WebAuthnJson, address: string): Promise<Account> {
  const { verifyAuthenticationResponse } = await webAuthn()
  const known = await findPasskey(db, String(answer.id))
  if (!known) throw refused('This passkey opens no account here: it was removed, or the account is disabled.')
  const publicKey = new Uint8Array(Buffer.from(known.publicKey, 'base64url'))
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as never,
    credential: { id: String(answer.id), publicKey, counter: known.counter },
    ...expected(address, async (challenge) => !!(await takeAttempt(db, challenge))),
  }).catch(asRefused)
  // Two answers that were made at once have the same counter: one of them is a copy's.
  if (verified && (await notePasskeyUsed(db, known, authenticationInfo.newCounter))) return known.account
  throw refused(NOT_RIGHT)
}

/** SECURITY: made at this address and for this server, with the person seen by the device, for a question of ours. */
const expected = (address: string, expectedChallenge: (challenge: string) => Promise<boolean>) => ({
  expectedChallenge,
  ...{ expectedOrigin: address, expectedRPID: hostOf(address), requireUserVerification: true },
})

const NOT_RIGHT = 'The passkey did not answer as it should: try again, or sign in another way.'

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** The name that passkeys of this address are for; WebAuthn knows none for a number. Throws `passkey_refused`. */
function hostOf(address: string): string {
  const { hostname } = new URL(address)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return hostname
  throw refused(`Passkeys need a name in the address, as https://osler.example; this one is ${address}.`)
}

/** What the library found, in words: where the address is another than this server knows, the operator must say so. */
function asRefused(cause: unknown): never {
  const { message = '' } = cause as Error
  if (/origin|RP ID/i.test(message)) {
    const address = 'The passkey was made for another address than this server knows for itself'
    throw refused(`${address}: the operator sets OSLER_PUBLIC_URL to the one in the browser.`, cause)
  }
  if (/challenge/i.test(message)) throw refused('It took too long, or was tried before: try again.', cause)
  throw refused(NOT_RIGHT, cause)
}

const refused = (message: string, cause?: unknown) => new OslerError('passkey_refused', message, {}, { cause })
