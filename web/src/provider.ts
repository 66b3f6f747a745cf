import { askJson, send, toApiError } from './api.ts'
import type { Session } from './session.ts'

const TICKET = 'osler-ticket'
/** Of a window that was opened for nothing but signing in. */
const BESIDE = 'osler-beside'
const BACK = 'osler-signed-in'

/** How people sign in to this server. */
export interface Ways {
  hasPasswords: boolean
  hasProvider: boolean
}

let asked: Promise<Ways> | undefined

export function readWays(): Promise<Ways> {
  asked ??= askJson<Ways>('/api/session/ways').catch(() => {
    asked = undefined
    return { hasPasswords: true, hasProvider: false }
  })
  return asked
}

/** Leaves for the organisation's provider, which sends the browser back to this page. Throws `ApiError`. */
export async function goToProvider(isAnew = false): Promise<void> {
  const { address, ticket } = await send<{ address: string; ticket: string }>('POST', '/api/session/provider/begin', {
    isAnew,
  })
  sessionStorage.setItem(TICKET, ticket)
  location.assign(address)
}

/** What signs in where the browser has come back from the provider; undefined where it comes from elsewhere. */
export function takeAnswer(): (() => Promise<Session>) | undefined {
  const answer = location.search
  if (!/[?&](code|error)=/.test(answer)) return undefined
  history.replaceState(null, '', `${location.pathname}#/`)
  // SECURITY: of this very window, so that nobody is signed in by an address that another person has sent them.
  const ticket = sessionStorage.getItem(TICKET) ?? ''
  sessionStorage.removeItem(TICKET)
  return () => send<Session>('POST', '/api/session/provider', { ticket, answer })
}

/** Signs in in a window beside the page, which stays as it is; the provider asks again who it is. */
export const openBeside = () => void window.open('/#/provider', BESIDE, 'popup,width=520,height=680')

/** In that window: leaves for the provider. */
export async function goBeside(): Promise<void> {
  sessionStorage.setItem(BESIDE, 'yes')
  await goToProvider(true)
}

/** In that window, back again: tells the page and closes; false in any other. */
export function endBeside(): boolean {
  if (sessionStorage.getItem(BESIDE) === null) return false
  sessionStorage.removeItem(BESIDE)
  const channel = new BroadcastChannel(BACK)
  channel.postMessage('back')
  channel.close()
  close()
  return true
}

/** Calls when somebody has signed in in a window beside; answers what ends that. */
export function onSignedInBeside(call: () => void): () => void {
  const channel = new BroadcastChannel(BACK)
  channel.onmessage = call
  return () => channel.close()
}

/** Who is signed in in this browser by now. Not by `ask`, which waits for the lock to open. */
export async function readSession(): Promise<Session> {
  const response = await fetch('/api/session')
  if (!response.ok) throw toApiError(response.status, await response.text())
  return response.json()
}
