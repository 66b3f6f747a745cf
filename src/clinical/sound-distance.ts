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
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  )

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const FIRST = LETTERS.charCodeAt(0)
/** What each letter costs that is too many, and each that stands for another. */
const LOSSES = Float64Array.from(LETTERS, (letter) => (VOWELS.has(letter) ? LOST_VOWEL : LOST_CONSONANT))
const EXCHANGES = [...LETTERS].map((heard) => Float64Array.from(LETTERS, (said) => exchangeOf(heard, said)))

/** What it costs to make one folded word of another; infinite when that is more than `most`. */
export function soundDistance(left: string, right: string, most: number): number {
  let before = new Float64Array(right.length + 1)
  for (let at = 0; at < right.length; at++) before[at + 1] = Number(before[at]) + Number(LOSSES[codeAt(right, at)])
  let after = new Float64Array(right.length + 1)
  for (let at = 0; at < left.length; at++) {
    if (fillRow(after, before, right, codeAt(left, at)) > most) return Number.POSITIVE_INFINITY
    ;[before, after] = [after, before]
  }
  return before[right.length] ?? 0
}

const codeAt = (sounds: string, at: number) => sounds.charCodeAt(at) - FIRST

/** The costs with one more heard letter; answers the least of them. */
function fillRow(row: Float64Array, before: Float64Array, said: string, heard: number): number {
  const exchange = EXCHANGES[heard] as Float64Array
  const lost = LOSSES[heard] as number
  let last = (before[0] as number) + lost
  let least = last
  row[0] = last
  for (let at = 0; at < said.length; at++) {
    const letter = codeAt(said, at)
    const kept = (before[at] as number) + (exchange[letter] as number)
    last = Math.min((before[at + 1] as number) + lost, last + (LOSSES[letter] as number), kept)
    row[at + 1] = last
    if (last < least) least = last
  }
  return least
}

/** Consonants that are alike, as one letter each; a cheap key, narrower than `ALIKE`, which is no partition. */
const KINDS: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k', v: 'f', z: 's', m: 'n', r: 'l' }

/** The consonants of a folded word, those that are alike as one: words without a common frame differ in more than vowels. */
export const soundFrame = (sounds: string) =>
  [...sounds].map((letter) => (VOWELS.has(letter) ? '' : (KINDS[letter] ?? letter))).join('')

/** What a consonant too many costs at least: one may be exchanged for a vowel, which then is one too many for it. */
const LEAST_OF_CONSONANT = OTHER - LOST_VOWEL

export interface SoundCounts {
  vowels: number
  consonants: number
}

export function countSounds(sounds: string): SoundCounts {
  let vowels = 0
  for (const letter of sounds) if (VOWELS.has(letter)) vowels++
  return { vowels, consonants: sounds.length - vowels }
}

/** What two folded words with so many sounds are apart at least. */
export const leastDistance = (left: SoundCounts, right: SoundCounts): number =>
  Math.abs(left.vowels - right.vowels) * LOST_VOWEL + Math.abs(left.consonants - right.consonants) * LEAST_OF_CONSONANT

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
