import { send } from './api.ts'
import { unlock } from './lock.ts'
import { type Session, session } from './session.ts'
import { t } from './texts.ts'

/** Begins a session, by a password or a link. Throws `ApiError`. */
export const signIn = (who: object, path = '/api/session') => send<Session>('POST', path, who)

/** Goes on where the person was whose page is locked. Throws what signing in throws, and when somebody else has signed in. */
export async function goOnAs(begin: () => Promise<Session>): Promise<void> {
  const told = await begin()
  if (told.account?.id !== session.account()?.id) {
    await endSession()
    throw new Error(t('otherPerson'))
  }
  session.open(told)
  unlock()
}

/**
 * Ends the session on the server; one that is away ends it by itself. Answers where the browser signs out of the
 * organisation's provider, where the session began there.
 */
export async function endSession(): Promise<string | undefined> {
  if (!session.account()) return undefined
  const response = await fetch('/api/session', { method: 'DELETE' }).catch(() => undefined)
  return response?.status === 200 ? (await response.json()).address : undefined
}
