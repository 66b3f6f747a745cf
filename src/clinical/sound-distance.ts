// How alike two words sound, by their spelling: recognisers write names that they do not know as they sound. The costs are
// in consonants: 1 is one consonant for another.
const VOWELS = new Set('aeiou')
/** Sounds that are taken for one another. */
const ALIKE = ['pb', 'td', 'kg', 'fv', 'sz', 'mn', 'lr', 'ts', 'bv', 'pf']
const OTHER_VOWEL = 0.3
const LOST_VOWEL = 0.35
const ALIKE_CONSONANT = 0.5
const LOST_CONSONANT = 0.8
const OTHER = 1

/** Spellings of one sound, in the order in which they are looked for. */
const SPELLINGS: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|ch|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/oe|ae/g, 'e'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/e$/, ''],
]

/** A word's letters as sounds, one letter each. */
export const foldSounds = (word: string) =>
  SPELLINGS.reduce(
    (text, [spelling, sound]) => text.replace(spelling, sound),
    word.toLowerCase().replace(/[^a-z]/g, ''),
  )

/** What it costs to make one folded word of another; infinite when that is more than `most`. */
export function soundDistance(left: string, right: string, most: number): number {
  let before = Float64Array.from({ length: right.length + 1 }, (_, at) => costOf(right.slice(0, at)))
  for (const heard of left) {
    const next = new Float64Array(right.length + 1)
    next[0] = (before[0] ?? 0) + lossOf(heard)
    for (let at = 1; at <= right.length; at++) {
      const said = right[at - 1] as string
      next[at] = Math.min(
        (before[at] ?? 0) + lossOf(heard),
        (next[at - 1] ?? 0) + lossOf(said),
        (before[at - 1] ?? 0) + exchangeOf(heard, said),
      )
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY
    before = next
  }
  return before[right.length] ?? 0
}

const costOf = (text: string) => [...text].reduce((sum, letter) => sum + lossOf(letter), 0)
const lossOf = (letter: string) => (VOWELS.has(letter) ? LOST_VOWEL : LOST_CONSONANT)

function exchangeOf(heard: string, said: string): number {
  if (heard === said) return 0
  if (!mayBeTaken(heard, said)) return OTHER
  return VOWELS.has(heard) ? OTHER_VOWEL : ALIKE_CONSONANT
}

/** True for two sounds of which one may be heard for the other: the same, two vowels, or consonants that are alike. */
export function mayBeTaken(heard: string, said: string): boolean {
  if (heard === said || (VOWELS.has(heard) && VOWELS.has(said))) return true
  return ALIKE.some((pair) => pair.includes(heard) && pair.includes(said))
}
