import {
  BEHIND_NAMES,
  DETERMINERS,
  FAMILY_NAMES,
  FIRST_NAMES,
  INTRODUCTIONS,
  NAMED_AFTER,
  NO_NAMES,
  POINTERS,
  RELATIVES,
  SURE_TITLES,
  TELLS_OF,
  TITLES,
} from './name-words.ts'
import {
  endsAt,
  type IsWord,
  isCapitalAt,
  isCapitalName,
  isGiven,
  isUnknown,
  lengthOfName,
  plainAt,
  readSaid,
  type SaidWords,
} from './said-names.ts'

/**
 * Marks in place of names: behind titles, introductions and words for relatives, and common given names anywhere. Nothing else
 * goes, so a sentence keeps its other words.
 */
export function redactNames(text: string, isWord: IsWord): string {
  const parts = text.split(/(\s+)/)
  const said = readSaid(
    parts.filter((_, at) => at % 2 === 0),
    isWord,
  )
  const announced = findAnnounced(said)
  const lengthAt = (at: number) =>
    announced.get(at) ?? (isGiven(said, at) ? lengthOfName(said, at, (first) => isGiven(said, first)) : 0)
  const redacted: string[] = []
  for (let at = 0; at < said.all.length; ) {
    const length = lengthAt(at)
    const end = at + Math.max(1, length)
    redacted.push(length > 0 ? `${said.all[at]?.open}[name]${said.all[end - 1]?.close}` : (parts[2 * at] ?? ''))
    redacted.push(parts[2 * end - 1] ?? '')
    at = end
  }
  return redacted.join('')
}

/** The names that something in front of them announces: how many words each has, by the place of its first. */
function findAnnounced(said: SaidWords): Map<number, number> {
  const names = new Map<number, number>()
  for (let at = 0; at < said.all.length; at++) {
    const word = plainAt(said, at)
    const announce = (words: number, fits: (next: number) => boolean) => {
      const length = lengthOfName(said, at + words, fits, true)
      if (length > 0) names.set(at + words, length)
    }
    if (TITLES.has(word) && /^\.?$/.test(said.all[at]?.close ?? '')) announce(1, (next) => fitsTitle(said, at, next))
    if (RELATIVES.has(word) && !endsAt(said, at))
      announce(1, (next) => isCapitalName(said, next) && isUnknown(said, next))
    const introduction = phraseAt(said, at, INTRODUCTIONS)
    if (introduction) announce(introduction.words, (next) => fitsIntroduction(said, introduction.phrase, next))
    const pointer = phraseAt(said, at, POINTERS)
    if (pointer) announce(pointer.words, (next) => fitsPointer(said, pointer.phrase, next))
  }
  return names
}

/** The one of these phrases that begins here, with no mark in it or behind. */
function phraseAt(said: SaidWords, at: number, phrases: readonly string[]) {
  const phrase = phrases.find((each) => each.split(' ').every((word, offset) => word === plainAt(said, at + offset)))
  const words = phrase?.split(' ').length ?? 0
  const isWhole = Array.from({ length: words }).every((_, offset) => !endsAt(said, at + offset))
  return phrase !== undefined && isWhole ? { phrase, words } : undefined
}

/** "Doctor jones", and with a capital any word; "the doctor read it" names nobody. */
function fitsTitle(said: SaidWords, at: number, next: number): boolean {
  const [title, word] = [plainAt(said, at), plainAt(said, next)]
  const isListed = FAMILY_NAMES.has(word)
  if (isCapitalAt(said, next)) return isCapitalName(said, next) || isListed || FIRST_NAMES.has(word)
  if (isGiven(said, next)) return true
  if (DETERMINERS.has(plainAt(said, at - 1))) return isUnknown(said, next) && TELLS_OF.has(plainAt(said, next + 1))
  return isListed || isUnknown(said, next) || (SURE_TITLES.has(title) && word !== '' && !NO_NAMES.has(word))
}

/** "My name is patience okafor"; "call me later" names nobody. */
function fitsIntroduction(said: SaidWords, phrase: string, next: number): boolean {
  if (isCapitalName(said, next) || isGiven(said, next) || isUnknown(said, next)) return true
  const word = plainAt(said, next)
  if (FIRST_NAMES.has(word)) return isCapitalAt(said, next) || phrase !== 'call me'
  const isLed = !endsAt(said, next) && (isUnknown(said, next + 1) || isGiven(said, next + 1))
  return isLed && phrase !== 'call me' && !NO_NAMES.has(word)
}

/** "This is Okonkwo", "this is okonkwo calling"; "this is Takotsubo cardiomyopathy" names nobody. */
function fitsPointer(said: SaidWords, phrase: string, next: number): boolean {
  const [word, behind] = [plainAt(said, next), endsAt(said, next) ? '' : plainAt(said, next + 1)]
  if (BEHIND_NAMES.has(behind))
    return isUnknown(said, next) || (isCapitalAt(said, next) && (FIRST_NAMES.has(word) || FAMILY_NAMES.has(word)))
  // "I am Nigerian" names nobody, two such words do.
  if (/^i\b/.test(phrase))
    return behind !== '' && isCapitalName(said, next) && isUnknown(said, next) && isCapitalName(said, next + 1)
  const isPossessive = /^['’]s/i.test(said.all[next]?.close ?? '')
  const isName = isCapitalName(said, next) && isUnknown(said, next)
  return isName && !phrase.startsWith('it') && !isPossessive && !NAMED_AFTER.has(behind)
}
