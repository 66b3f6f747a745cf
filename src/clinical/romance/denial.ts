import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { isWord, type Token } from './words.ts'

/**
 * How a word is said: there; denied; before a denial in its stretch, which says something of it and not whether it is there
 * ("la fièvre n'est pas revenue"); or in a stretch of which the rules do not know what it denies ("pas mal de fièvre").
 */
export type Denial = 'stated' | 'denied' | 'hung' | 'unclear'

/** After NegEx (Chapman 2001) with the cues of the language; a denial reaches to the end of its stretch, and on over "ni" and "ou". */
export function denialAt({ tokens }: Sentence, at: number, language: RomanceLanguage): Denial {
  const { negators, ceasing, unclear, behind, goesOn } = language.denial
  const segment = tokens[at]?.segment ?? 0
  const own = tokens.filter((token) => token.segment === segment)
  const said = wordsOf(own)
  if (unclear.test(said)) return 'unclear'
  const isCeasing = ({ word }: Token) => ceasing.by.test(word) && own.some((one) => ceasing.behind.test(one.word))
  const isNegator = (token: Token) => (negators.test(token.word) && !isAnswer(tokens, token)) || isCeasing(token)
  const before = tokens.slice(0, at).filter((token) => token.segment === segment)
  const count = new Set(before.filter(isNegator).map(({ word }) => word)).size
  if (count > 0) return own.filter(isNegator).length > 2 ? 'unclear' : 'denied'
  if (tokens.slice(at + 1).some((token) => token.segment === segment && isNegator(token))) {
    // "Ne fume pas": the verb stands before what denies it.
    if (isVerb(tokens[at], language) && isNegator(tokens[at + 1] as Token)) return 'denied'
    return behind.test(wordsOf(tokens.slice(at + 1).filter((token) => token.segment === segment))) ? 'denied' : 'hung'
  }
  const next = tokens.filter((token) => token.segment === segment + 1)
  if (isWordless(tokens, segment) && behind.test(wordsOf(next))) return 'denied'
  const opener = own[0]
  const previous = tokens.findLastIndex((token) => token.segment < segment)
  if (previous < 0 || opener === undefined) return 'stated'
  const first = own.find(isWord)
  const goes = goesOn.test(opener.raw) || (opener.text === ',' && /^(?:de|d'|ni)$/.test(first?.raw ?? ''))
  return goes && !hasVerb(own, language) ? denialAt({ tokens } as Sentence, previous, language) : 'stated'
}

/** "No, me duele", "non je tousse": it answers and denies nothing of what follows; "no me duele" does. */
function isAnswer(tokens: readonly Token[], token: Token): boolean {
  const at = tokens.indexOf(token)
  const isFirst = tokens.slice(0, at).every((one) => !isWord(one))
  return isFirst && (token.word === 'non' || (token.word === 'no' && tokens[at + 1]?.text === ','))
}

/** Nothing stands between its stretch and the next but a mark. */
const isWordless = (tokens: readonly Token[], segment: number) =>
  /^[,:]$/.test(tokens.find((token) => token.segment === segment + 1)?.text ?? '')

const isVerb = (token: Token | undefined, { verbs }: RomanceLanguage) =>
  token !== undefined &&
  (verbs.thirdOf(token.word) !== undefined || verbs.isThird(token.word) || verbs.isOrder(token.word))
const hasVerb = (own: readonly Token[], language: RomanceLanguage) => own.some((token) => isVerb(token, language))

const wordsOf = (tokens: readonly Token[]) =>
  tokens
    .filter(isWord)
    .map(({ word }) => word)
    .join(' ')
