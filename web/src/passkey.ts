import { send } from './api.ts'
import type { Session } from './session.ts'
import { t } from './texts.ts'

/** A number stands in the address, for which no browser makes passkeys. */
const NUMBER = /^[\d.]+$|^\[/

/** Whether this browser makes passkeys for this address: over https (or on the machine itself), with a name. */
export const canUsePasskeys = () =>
  typeof PublicKeyCredential !== 'undefined' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  !NUMBER.test(location.hostname)

/** Begins a session by what the person's device says. Throws what went wrong. */
export async function signInWithPasskey(): Promise<Session> {
  const asked = await send<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/session/passkey/options', {})
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked)
  const answer = await navigator.credentials.get({ publicKey }).catch(tell)
  return send('POST', '/api/session/passkey', { answer: formatAnswer(answer) })
}

/** Has the device make a passkey for who is signed in. Throws what went wrong. */
export async function makePasskey(name: string): Promise<void> {
  const asked = await send<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/session/passkeys/options', {})
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked)
  const answer = await navigator.credentials.create({ publicKey }).catch(tell)
  await send('POST', '/api/session/passkeys', { name, answer: formatAnswer(answer) })
}

const formatAnswer = (answer: Credential | null) => (answer as PublicKeyCredential).toJSON()

/** Browsers say no more than that it did not come about, so that no page learns who has which passkeys. */
function tell(error: unknown): never {
  if (!(error instanceof DOMException)) throw error
  throw new Error(t(error.name === 'InvalidStateError' ? 'passkeyThere' : 'passkeyNotGiven'))
}
