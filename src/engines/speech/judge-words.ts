import { readTable, scoresOf } from '../../clinical/linear-model.ts'
import type { Word } from '../../domain/transcript.ts'
import type { BacktraceRow } from './parse-backtrace.ts'

const LEARNED = readTable('word-confidence')
/** How many words on either side of one tell of it: errors come in runs. */
const REACH = 3
const LETTER_MS = 60

/**
 * The words of a stretch with confidences that mean something: of words at 0.8, four in five are right. PocketSphinx's own
 * probability says less than how it came about, and than the words around. Learned by bench/learn/word-confidence.ts.
 */
export function judgeWords(rows: readonly BacktraceRow[]): Word[] {
  return rows.map(({ text, startMs, endMs }, at) => {
    const [odds = 0] = scoresOf(LEARNED, featuresOfWord(rows, at))
    return { text, startMs, endMs, confidence: Math.round(1000 / (1 + Math.exp(-odds))) / 1000 }
  })
}

/** What a heard word is told by: its probability, how much of its context the language model knew, its pace, its neighbors. */
export function featuresOfWord(rows: readonly BacktraceRow[], at: number): string[] {
  const { text, startMs, endMs, probability, order } = rows[at] as BacktraceRow
  const own = stepOf(probability)
  const near = rows.slice(Math.max(0, at - REACH), at + REACH + 1)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const around = Math.round(mean(near.map((row) => stepOf(row.probability))) * 2)
  const known = Math.round(mean(near.map((row) => row.order)) * 3)
  const pace = Math.max(-3, Math.min(3, Math.round(3 * Math.log((endMs - startMs) / (text.length * LETTER_MS)))))
  return [
    `own${own}`,
    `order${order}`,
    `own${own} order${order}`,
    `around${around}`,
    `known${known}`,
    `around${around} known${known}`,
    `pace${pace}`,
    `letters${Math.min(8, text.length)}`,
    `letters${Math.min(8, text.length)} own${own}`,
    `next${rows[at + 1]?.order ?? 0}`,
  ]
}

/** 0…7: a probability on a scale that is fine at both ends. */
function stepOf(probability: number): number {
  const odds = Math.log((probability + 1e-3) / (1 - probability + 1e-3))
  return Math.max(0, Math.min(7, Math.round((odds + 7) / 2)))
}
