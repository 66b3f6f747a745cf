import { useSyncExternalStore } from 'preact/compat'

/** A value outside of the page's state: whoever reads it is told, and nobody else is drawn anew. */
export interface Told<Value> {
  read(): Value
  put(value: Value): void
  listen(tell: () => void): () => void
}

export function createTold<Value>(first: Value): Told<Value> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    read: () => current,
    put(value) {
      current = value
      for (const tell of listeners) tell()
    },
    listen(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

/** What `pick` makes of the value; what reads it is drawn anew only when that is another. */
export const useTold = <Value, Picked>({ read, listen }: Told<Value>, pick: (value: Value) => Picked): Picked =>
  useSyncExternalStore(listen, () => pick(read()))
