/** A condition or complaint where it is named in a sentence of plain words. */
export interface NameOf<Named> {
  condition: Named
  start: number
  end: number
}

/** A pattern for these words wherever they are no part of others. */
export function wholeWords(spoken: string): RegExp {
  return new RegExp(`(?<![\\w-])(?:${spoken})(?![\\w-])`, 'g')
}

/**
 * Makes a finder of what is named, in the order of a sentence of plain words. `spoken` is the inside of a pattern. The
 * longest names are read first: "whooping cough" is no cough. `others` are names with such a thing in them that are
 * something else.
 */
export function finderOf<Named extends { spoken: string }>(all: readonly Named[], others: string) {
  // Most sentences name nothing. One pattern of all names tells that in 10 µs; 486 of them by themselves take 180.
  const any = wholeWords(all.map(({ spoken }) => spoken).join('|'))
  const known = all.map((condition) => ({ condition, pattern: wholeWords(condition.spoken) }))
  const patterns = [...known, { condition: undefined, pattern: wholeWords(others) }]
  return (said: string): NameOf<Named>[] => {
    if (said.search(any) < 0) return []
    const names = patterns.flatMap(({ condition, pattern }) =>
      [...said.matchAll(pattern)].map(({ 0: name, index }) => ({ condition, start: index, end: index + name.length })),
    )
    const own = keepLongest(names).flatMap(({ condition, ...place }) => (condition ? [{ condition, ...place }] : []))
    return own.toSorted((a, b) => a.start - b.start)
  }
}

function keepLongest<Place extends { start: number; end: number }>(names: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const name of names.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => name.start < end && start < name.end)) kept.push(name)
  return kept
}
