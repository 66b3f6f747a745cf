import { beginsLikeQuestion, isAnswer } from '../clinical/questions.ts'
import { plainWords } from '../clinical/words.ts'
import type { Item, Word } from '../domain/transcript.ts'
import type { Turn } from './attribute.ts'
import { cutPunctuated, cutSentences, pauseBeforeMs } from './cut-sentences.ts'

/** A silence behind "yes" or "okay" that is written as a comma. */
const COMMA_PAUSE_MS = 40

/**
 * The items of a transcript, in time order, with ids `i1`, `i2`, …: one a sentence, never of two speakers. An item's
 * words are the engine's, its text follows from them alone. `isPunctuated`: the engine wrote capitals and marks.
 */
export function compose(turns: readonly Turn[], isPunctuated = false): Item[] {
  const cut = isPunctuated ? cutPunctuated : cutSentences
  const print = isPunctuated ? printPunctuated : printSentence
  return turns
    .flatMap(({ speakerLabel, words }) => cut(words).map((sentence) => ({ speakerLabel, words: sentence })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => startOf(a.words) - startOf(b.words))
    .map(({ speakerLabel, words }, index) => ({
      ...{ id: `i${index + 1}`, text: print(words), speaker: 'unspecified' },
      ...(speakerLabel ? { speakerLabel } : {}),
      ...{ startMs: startOf(words), endMs: Math.max(...words.map(({ endMs }) => endMs)), words },
      ...meanConfidence(words),
    }))
}

function startOf(words: readonly Word[]): number {
  return words[0]?.startMs ?? 0
}

function meanConfidence(words: readonly Word[]): { confidence?: number } {
  const known = words.flatMap(({ confidence }) => confidence ?? [])
  if (known.length === 0) return {}
  const mean = known.reduce((sum, confidence) => sum + confidence, 0) / known.length
  return { confidence: Math.round(mean * 1000) / 1000 }
}

function printPunctuated(words: readonly Word[]): string {
  return words.map(({ text }) => text.trim()).join(' ')
}

function printSentence(words: readonly Word[]): string {
  const text = words.map((word, at) => printWord(word.text) + (isFollowedByComma(words, at) ? ',' : '')).join(' ')
  const mark = beginsLikeQuestion(plainWords(text)) ? '?' : '.'
  return text.charAt(0).toUpperCase() + text.slice(1) + mark
}

function printWord(text: string): string {
  return /^i('|$)/.test(text) ? `I${text.slice(1)}` : text
}

function isFollowedByComma(words: readonly Word[], at: number): boolean {
  if (at !== 0 || words.length < 2) return false
  const word = words[0]?.text.toLowerCase() ?? ''
  return (isAnswer(word) || word === 'okay' || word === 'well') && pauseBeforeMs(words, 1) >= COMMA_PAUSE_MS
}
