import { useEffect, useState } from 'preact/hooks'

/** Resolves when the person has signed in again. */
let opened: PromiseWithResolvers<void> | undefined
const looks = new Set<(isLocked: boolean) => void>()

export const isLocked = () => opened !== undefined

function show(): void {
  document.documentElement.classList.toggle('locked', isLocked())
  for (const look of looks) look(isLocked())
}

/** Hides the page as it is until the person has signed in again; resolves then. */
export function lock(): Promise<void> {
  if (opened) return opened.promise
  opened = Promise.withResolvers()
  show()
  return opened.promise
}

export function unlock(): void {
  const before = opened
  opened = undefined
  show()
  before?.resolve()
}

export function useLocked(): boolean {
  const [is, setLocked] = useState(isLocked)
  useEffect(() => {
    looks.add(setLocked)
    return () => void looks.delete(setLocked)
  }, [])
  return is
}
