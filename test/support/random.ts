/** Chances that come out the same for the same seed, so that what failed can be tried again. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  chance(share: number): boolean
  pick<Value>(values: readonly Value[]): Value
}

/** Mulberry32, a generator of 32 bits. */
export function makeRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, chance: (share) => next() < share, pick: (values) => values[below(values.length)] as never }
}
