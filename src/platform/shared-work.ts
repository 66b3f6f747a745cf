import type { LimitFunction } from 'p-limit'

interface UnderWay<Value> {
  promise: Promise<Value>
  askers: number
  stop: AbortController
}

/** Does the work for a key; who asks for the same meanwhile gets the same. Throws the signal's reason. */
export type SharedWork<Value> = (
  key: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
) => Promise<Value>

/** Work that several ask for, done once, in its turn. It ends when all who asked for it have gone. */
export function openSharedWork<Value>(turn: LimitFunction): SharedWork<Value> {
  const underWay = new Map<string, UnderWay<Value>>()

  function begin(key: string, work: (signal: AbortSignal) => Promise<Value>): UnderWay<Value> {
    const stop = new AbortController()
    const promise = turn(() => {
      stop.signal.throwIfAborted()
      return work(stop.signal)
    })
    const begun = { promise, askers: 0, stop }
    const forget = () => {
      if (underWay.get(key) === begun) underWay.delete(key)
    }
    promise.then(forget, forget)
    underWay.set(key, begun)
    return begun
  }

  return async (key, signal, work) => {
    signal.throwIfAborted()
    const shared = underWay.get(key) ?? begin(key, work)
    shared.askers++
    const gone = Promise.withResolvers<never>()
    const leave = () => {
      gone.reject(signal.reason)
      if (--shared.askers > 0) return
      underWay.delete(key)
      shared.stop.abort(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([shared.promise, gone.promise])
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
}
