import { readTable, scoresOf, toProbabilities } from '../../platform/linear-model.ts'
import { learnedWords, wordFeatures } from './learned-words.ts'
import { isClinical, isMedicine } from './terms.ts'

export interface SaidTurn {
  text: string
  /** Who said it; without it the words alone decide. */
  speaker?: 'doctor' | 'patient' | 'other' | 'unspecified'
}

export interface HeaderGuess {
  /** One of MTS-Dialog's 20 section headers: `GENHX`, `FAM/SOCHX`, `ROS`, … */
  header: string
  /** 0…1; those of all headers sum to one. */
  probability: number
}

const LEARNED = readTable(new URL('./learned/section-headers.json', import.meta.url))

/**
 * Which section of a note a short piece of dialogue belongs to, all 20 headers, the likeliest first. Meant for some turns
 * about one thing, not for a whole consultation. Learned from MTS-Dialog's training part by bench/learn/section-headers.ts.
 */
export function headerOf(turns: readonly SaidTurn[]): HeaderGuess[] {
  const features = featuresOfTurns(turns)
  const probabilities = toProbabilities(scoresOf(LEARNED, features, worthOf(features)))
  return LEARNED.models
    .map((header, at) => ({ header, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
}

/** A long dialogue has more features, not more certainty. The power was chosen by cross-validation on the training part. */
export const worthOf = (features: readonly string[]) => features.length ** -0.3

/** What the table knows of a dialogue: words and pairs, who said them, how it begins, what was answered, how long it is. */
export function featuresOfTurns(turns: readonly SaidTurn[]): string[] {
  const words = turns.map(({ text }) => learnedWords(text))
  const spoken = turns.flatMap(({ speaker = 'unspecified' }, at) => marked(`${speaker}:`, words[at]))
  return [
    ...new Set([
      ...words.flatMap(wordFeatures),
      ...spoken,
      ...marked('first:', words[0]),
      ...turns.flatMap((_, at) => answeredFeatures(words[at], words[at + 1])),
      ...countFeatures(words),
    ]),
  ]
}

const marked = (mark: string, words: readonly string[] = []) => words.map((word) => mark + word)

/** What was asked for and affirmed or denied. */
function answeredFeatures(asked: readonly string[] = [], [answer = '']: readonly string[] = []): string[] {
  if (/^(yes|yeah|yep|yup)$/.test(answer)) return marked('yes:', asked)
  return /^(no|nope|nah|none|not|never)$/.test(answer) ? marked('no:', asked) : []
}

/** Counts in steps that grow; they begin with `is:`, so that none is taken for a word. */
function countFeatures(words: readonly string[][]): string[] {
  const all = words.flat()
  return [
    `is:turns${Math.min(12, Math.floor(Math.log2(words.length + 1) * 2))}`,
    `is:words${Math.floor(Math.log2(all.length + 1) * 1.5)}`,
    `is:clinical${Math.min(6, Math.floor(Math.log2(1 + all.filter(isClinical).length) * 1.5))}`,
    `is:medicine${Math.min(4, all.filter(isMedicine).length)}`,
  ]
}
