import type { Place } from '../../domain/search.ts'
import type { Entry, Indexed } from './entries.ts'

const MOST_PLACES = 3

/** The fewest places that have what was looked for, at most three: each has the most of what those before it have not. */
export function findPlaces(indexed: readonly Indexed[], groups: readonly (readonly Entry[])[]): Place[] {
  let missing = groups
  const found: Place[] = []
  while (missing.length > 0 && found.length < MOST_PLACES) {
    const counts = indexed.map((one) => missing.filter((group) => has(one, group)).length)
    const most = Math.max(0, ...counts)
    const best = indexed[counts.indexOf(most)]
    if (most === 0 || best === undefined) break
    found.push(best.place)
    missing = missing.filter((group) => !has(best, group))
  }
  return found
}

const has = ({ entries }: Indexed, group: readonly Entry[]) => group.some((entry) => entries.has(entry))
