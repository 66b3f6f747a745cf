import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { isWord, type Token } from './words.ts'

/** What an answer says by its first words, and the words behind them. */
export interface Answer {
  says: 'yes' | 'no' | undefined
  rest: readonly Token[]
}

const LONGEST = 5

/** "Non, pas du tout, mais je tousse" says no, and "je tousse" besides. */
export function readAnswer({ tokens, isForeign }: Sentence, { answers, fillers }: RomanceLanguage): Answer {
  let at = skip(tokens, 0, fillers)
  const opener = lengthOf(tokens, at, answers.yes) ? 'yes' : lengthOf(tokens, at, answers.no) ? 'no' : undefined
  if (opener === undefined || isForeign) return { says: undefined, rest: tokens }
  at += lengthOf(tokens, at, opener === 'yes' ? answers.yes : answers.no)
  let isCut = !isWordAt(tokens, at)
  for (;;) {
    const next = skip(tokens, at, fillers)
    isCut ||= next > at && tokens.slice(at, next).some((token) => !isWord(token))
    const more = lengthOf(tokens, next, answers.more)
    at = next
    if (more === 0) break
    isCut = true
    at += more
  }
  const rest = tokens.slice(at)
  // "No me duele" is a sentence of its own, whatever was asked.
  return rest.length === 0 || isCut ? { says: opener, rest: withoutJoint(rest) } : { says: undefined, rest: tokens }
}

const isWordAt = (tokens: readonly Token[], at: number) => tokens[at] !== undefined && isWord(tokens[at] as Token)

function skip(tokens: readonly Token[], from: number, fillers: RegExp): number {
  let at = from
  while (at < tokens.length && (!isWordAt(tokens, at) || fillers.test(tokens[at]?.word ?? ''))) at++
  return at
}

/** How many words from here the pattern fits, the most that do. */
function lengthOf(tokens: readonly Token[], at: number, pattern: RegExp): number {
  for (let count = Math.min(LONGEST, tokens.length - at); count > 0; count--) {
    const words = tokens.slice(at, at + count)
    if (words.every(isWord) && pattern.test(words.map(({ word }) => word).join(' '))) return count
  }
  return 0
}

const withoutJoint = (rest: readonly Token[]) => (/^(?:mais|pero)$/.test(rest[0]?.word ?? '') ? rest.slice(1) : rest)
