import { useEffect, useState } from 'preact/hooks'
import { ApiError } from './api.ts'

/** A message for the person: what happened, and whether it is bad. */
export interface Message {
  text: string
  isBad: boolean
}

/** What came of something that a person started: its value, or what went wrong. */
interface Attempted<Value> {
  value?: Value
  message?: Message
}

/** `refresh` reads anew what somebody else has changed meanwhile, so that the person can decide and save again. */
export async function runAttempt<Value>(
  action: () => Promise<Value>,
  refresh?: () => Promise<unknown>,
): Promise<Attempted<Value>> {
  try {
    return { value: await action() }
  } catch (error) {
    if (error instanceof ApiError && error.code === 'changed_elsewhere') await refresh?.().catch(() => {})
    return { message: { text: messageOf(error), isBad: true } }
  }
}

/** Runs what a person started and says what went wrong, where they look. */
export function useAttempt(refresh?: () => Promise<unknown>) {
  const [message, setMessage] = useState<Message>()
  const say = (text: string) => setMessage(text ? { text, isBad: false } : undefined)
  async function attempt<Value>(action: () => Promise<Value>): Promise<Value | undefined> {
    setMessage(undefined)
    const attempted = await runAttempt(action, refresh)
    if (attempted.message) setMessage(attempted.message)
    return attempted.value
  }
  return { message, say, attempt }
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** An event's own handling put aside, and something else done. */
export const instead = (action: () => unknown) => (event: Event) => {
  event.preventDefault()
  void action()
}

/** For a field of one paragraph: Enter saves, Escape leaves, Enter with Shift begins a line. */
export const saveOrLeave = (save: () => unknown, leave: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Escape') leave()
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  void save()
}

/** The part of the address behind `#`, as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1))
  useEffect(() => {
    const read = () => setHash(location.hash.slice(1))
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return hash
}

/** Calls `press` with keys that are pressed outside of fields and dialogs. */
export function useKeys(press: (key: string, event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const isTyping = target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey
      if (!isTyping && !document.querySelector('dialog[open]')) press(event.key, event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}

/** Calls `look` when the page comes into sight again. */
export function useWhenSeen(look: () => void): void {
  useEffect(() => {
    const listen = () => document.visibilityState === 'visible' && look()
    addEventListener('visibilitychange', listen)
    return () => removeEventListener('visibilitychange', listen)
  })
}
