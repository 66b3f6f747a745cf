import type { Item, Speaker } from '../../../domain/transcript.ts'
import { type Clause, readClauses } from '../grammar/clauses.ts'
import { expandContractions } from '../grammar/expand-contractions.ts'
import { readTokens, type Token } from '../grammar/tokens.ts'
import { asksForAssent } from '../questions.ts'

/** A sentence that was said, or that stands in a note, with its grammar. */
export interface Sentence {
  itemId: string
  speaker: Speaker
  /** As it was said, its contractions written out. */
  text: string
  tokens: readonly Token[]
  clauses: Clause[]
  isQuestion: boolean
  /** The words in lower case without marks, one space between them, as the tables of names know them. */
  said: string
  /** For each token where it begins in `said`; that of a mark is where the next word begins. */
  offsets: number[]
}

/** One sentence; `text` has no other behind it. */
export function readSentence(text: string, { id, speaker }: Pick<Item, 'id' | 'speaker'>): Sentence {
  const written = expandContractions(text)
  const tokens = readTokens(written)
  const { said, offsets } = joinWords(tokens)
  return {
    itemId: id,
    speaker,
    text: written,
    tokens,
    clauses: readClauses(tokens),
    isQuestion: /\?["']?$/.test(text) && !asksForAssent(text),
    said,
    offsets,
  }
}

function joinWords(tokens: readonly Token[]): { said: string; offsets: number[] } {
  const offsets: number[] = []
  let said = ''
  for (const [at, { word, isSpaced }] of tokens.entries()) {
    const isWord = /[\p{L}\p{N}]/u.test(word)
    const isJoined = !isSpaced && at > 0 && /[\p{L}\p{N}]/u.test(tokens[at - 1]?.word ?? '')
    const gap = said === '' || isJoined || !isWord ? '' : ' '
    offsets.push(said.length + gap.length)
    if (isWord) said += gap + word
  }
  return { said, offsets }
}

/** The tokens that stand between two places of `said`: the first, and the one behind the last. */
export function tokensAt({ offsets, tokens }: Sentence, start: number, end: number): { start: number; end: number } {
  const first = offsets.findLastIndex((offset, at) => offset <= start && /[\p{L}\p{N}]/u.test(tokens[at]?.word ?? ''))
  const behind = offsets.findIndex((offset, at) => at > first && offset >= end)
  return { start: Math.max(0, first), end: behind < 0 ? tokens.length : behind }
}

/** The clause in which a token stands. */
export const clauseAt = ({ clauses }: Sentence, at: number): number =>
  Math.max(
    0,
    clauses.findIndex(({ start, end }) => at >= start && at < end),
  )
