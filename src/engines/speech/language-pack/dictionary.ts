/** The ways to say each word of a dictionary file: "record(2)" is a second way to say "record". */
export function readDictionary(text: string): Map<string, string[]> {
  const ways = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [, word, phones] = /^([^ ]+?)(?:\(\d+\))? +(.+)$/.exec(line) ?? []
    if (word === undefined || phones === undefined) continue
    const known = ways.get(word)
    if (known) known.push(phones)
    else ways.set(word, [phones])
  }
  return ways
}

/** The words of a list with comments behind "#". */
export const readWordList = (text: string) => text.replace(/^#.*$/gm, '').split(/\s+/).filter(Boolean)

/** A dictionary file with the ways to say some words: PocketSphinx starts sooner with no more than its model knows. */
export function printDictionary(ways: ReadonlyMap<string, readonly string[]>, words: Iterable<string>): string {
  const lines = [...words].flatMap((word) =>
    (ways.get(word) ?? []).map((phones, at) => `${word}${at === 0 ? '' : `(${at + 1})`} ${phones}\n`),
  )
  return lines.join('')
}
