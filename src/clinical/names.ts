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
 * What is named, in the order of the sentence. The longest names are read first: "whooping cough" is no cough.
 * `others`: names with such a thing in them that are something else.
 */
export function findLongest<Named extends { spoken: RegExp }>(
  said: string,
  all: readonly Named[],
  others: RegExp,
): NameOf<Named>[] {
  const found = all.flatMap((each) => [...said.matchAll(each.spoken)].map((match) => nameOf(each, match)))
  const foreign = [...said.matchAll(others)].map((match) => nameOf(undefined, match))
  const longest = [...found, ...foreign].toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const kept: typeof longest = []
  for (const name of longest) if (!kept.some(({ start, end }) => name.start < end && start < name.end)) kept.push(name)
  const known = kept.flatMap(({ condition, ...place }) => (condition ? [{ condition, ...place }] : []))
  return known.toSorted((a, b) => a.start - b.start)
}

function nameOf<Named>(condition: Named, match: RegExpExecArray): NameOf<Named> {
  return { condition, start: match.index, end: match.index + match[0].length }
}
