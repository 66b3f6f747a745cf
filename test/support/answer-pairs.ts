import { readFileSync } from 'node:fs'
import { negationAt } from '../../src/clinical/en/facts/negation.ts'
import { readSentence, tokensAt } from '../../src/clinical/en/facts/sentence.ts'
import { isNegator, plainWords } from '../../src/clinical/en/words.ts'
import { type Stated, stateAnswer } from '../../src/engines/notes/extractive/rephrase/state-answer.ts'

/** One of two hundred made questions with an answer. */
export interface AnswerPair {
  question: string
  answer: string
  /** Words of the question or the answer that name what is decided. */
  finding: string
  /** Whether the patient has it; null where that stays open. */
  isPresent: boolean | null
}

export const PRONOUNS = { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' }

/** Every pair, with what the built-in writer makes of it. */
export function stateAnswerPairs(): { pair: AnswerPair; stated: Stated | undefined; isTurned: boolean }[] {
  const pairs: AnswerPair[] = JSON.parse(readFileSync(new URL('question-answer-pairs.json', import.meta.url), 'utf8'))
  return pairs.map((pair) => {
    const stated = stateAnswer(pair.question, pair.answer, PRONOUNS)
    const says = stated && polarityOf(stated.text, pair.finding)
    return { pair, stated, isTurned: says !== undefined && says !== pair.isPresent }
  })
}

/** "The swelling is gone" says that there is none, "the swelling is not gone" that there is some. */
const ENDED = /\b(gone|settled|stopped|cleared|free of|down|without(?! fail))\b/

/** What a statement says of a finding; undefined where it does not name it. */
function polarityOf(text: string, finding: string): boolean | undefined {
  const [words, name] = [plainWords(text), plainWords(finding)]
  const at = words.findIndex((_, start) => name.every((word, offset) => words[start + offset] === word))
  if (at < 0) return undefined
  if (ENDED.test(text)) return words.some(isNegator)
  const sentence = readSentence(text, { id: '', speaker: 'unspecified' })
  const start = sentence.said.indexOf(name.join(' '))
  const { start: first, end } = tokensAt(sentence, start, start + name.join(' ').length)
  return !negationAt(sentence, first, end).isDenied
}
