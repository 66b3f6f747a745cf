import { useEffect } from 'preact/hooks'
import { askJson } from './api.ts'
import { isLocked, lock } from './lock.ts'
import { type Session, session } from './session.ts'
import { endSession } from './sign-in.ts'
import { useWhenSeen } from './use.ts'

/** When somebody last touched a window of this browser. */
const TOUCHED = 'osler-touched'
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
const LOOK_MS = 5000

/** Locks the page, and ends the session, when nobody has touched any window of this browser for so long as the server says. */
export function useIdleLock(isRecording: boolean): void {
  useEffect(() => {
    const touch = () => localStorage.setItem(TOUCHED, String(Date.now()))
    touch()
    const look = () => {
      if (!session.account() || isLocked()) return
      // Who speaks with a patient touches nothing.
      if (isRecording) return touch()
      const idleMs = Date.now() - Number(localStorage.getItem(TOUCHED))
      if (idleMs < session.idleMinutes() * 60_000) return
      void lock()
      void endSession()
    }
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true })
    const timer = setInterval(look, LOOK_MS)
    return () => {
      for (const name of TOUCHES) removeEventListener(name, touch)
      clearInterval(timer)
    }
  }, [isRecording])
  // Another person may have signed in, in another window.
  useWhenSeen(async () => {
    const id = session.account()?.id
    const now = id && (await askJson<Session>('/api/session').catch(() => undefined))
    if (now && now.account?.id !== id) location.reload()
  })
}
