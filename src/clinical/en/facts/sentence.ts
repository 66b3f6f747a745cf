import type { Item, Speaker } from '../../../domain/transcript.ts'
import { type Clause, readClauses } from '../grammar/clauses.ts'
import { expandContractions } from '../grammar/expand-contractions.ts'
import { readTokens, type Token } from '../grammar/tokens.ts'
import { asksForAssent } from '../questions.ts'

/** A sentence that was said, or that stands in a note, with its grammar. */
export interface Sentence {
  itemId: string
  /** The item in which it goes on, where the other said "mm-hmm" meanwhile. */
  goesOnIn?: string
  speaker: Speaker
  /** As it was said. */
  spoken: string
  /** The same with its contractions written out. */
  text: string
  tokens: readonly Token[]
  clauses: Clause[]
  isQuestion: boolean
  /** The words in lower case without marks, one space between them, as the tables of names know them. */
  said: string
  /** For each token where it begins in `said`; that of a mark is where the next word begins. */
  offsets: number[]
}

/** "What we call a sprain" is a sprain. */
const NAMING =
  /\b(?:(?:something|what) (?:that )?)(?:we|they|doctors|people|i|you) (?:would |will |usually |also |might |sometimes )*(?:call|describe as|refer to as|know as) |\b(?:something|what is) (?:called|known as) /gi

/** One sentence; `text` has no other behind it. */
export function readSentence(text: string, { id, speaker }: Pick<Item, 'id' | 'speaker'>): Sentence {
  const written = expandContractions(text).replace(NAMING, '')
  const tokens = readTokens(written)
  const { said, offsets } = joinWords(tokens)
  return {
    itemId: id,
    speaker,
    spoken: text,
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

/** The clause and those on which it hangs, from the inside. */
export function chainOf({ clauses }: Sentence, at: number): Clause[] {
  const chain: Clause[] = []
  for (let index: number | undefined = at; index !== undefined && chain.length < clauses.length; ) {
    const clause: Clause | undefined = clauses[index]
    if (clause === undefined) break
    chain.push(clause)
    index = clause.parent
  }
  return chain
}

/** True for what stands in front of the subject and its verb: "for your asthma I want to …"; the verb says nothing of it. */
export function isFronted({ clauses, tokens }: Sentence, at: number): boolean {
  const { subject, verb, start = 0 } = clauses.find((clause) => at >= clause.start && at < clause.end) ?? {}
  if (subject === undefined || verb === undefined || at >= subject.start || at >= verb.start) return false
  return tokens.slice(start, at).some(({ word }) => /^(?:for|regarding|with|concerning|as|about|of)$/.test(word))
}

/** The clause in which a token stands. */
export const clauseAt = ({ clauses }: Sentence, at: number): number =>
  Math.max(
    0,
    clauses.findIndex(({ start, end }) => at >= start && at < end),
  )
