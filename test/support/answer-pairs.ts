import { readFileSync } from 'node:fs'
import { readConversation } from '../../src/clinical/en/facts/conversation.ts'
import { negationAt } from '../../src/clinical/en/facts/negation.ts'
import { readSentence, tokensAt } from '../../src/clinical/en/facts/sentence.ts'
import { HE } from '../../src/clinical/en/grammar/pronouns.ts'
import { relativesIn } from '../../src/clinical/en/relatives.ts'
import { isNegator, plainWords } from '../../src/clinical/en/words.ts'
import { type Composed, compose } from '../../src/engines/notes/extractive/compose/compose.ts'

/** One of two hundred made questions with an answer. */
export interface AnswerPair {
  question: string
  answer: string
  /** Words of the question or the answer that name what is decided. */
  finding: string
  /** Whether the patient has it; null where that stays open. */
  isPresent: boolean | null
}

/** Every pair, with what the built-in writer makes of it. */
export function stateAnswerPairs(): { pair: AnswerPair; stated: Composed | undefined; isTurned: boolean }[] {
  const pairs: AnswerPair[] = JSON.parse(readFileSync(new URL('question-answer-pairs.json', import.meta.url), 'utf8'))
  return pairs.map((pair) => {
    const stated = composeAnswer(pair.question, pair.answer)
    const says = stated && !stated.isQuoted ? polarityOf(stated.texts.join(' '), pair.finding) : undefined
    return { pair, stated, isTurned: says !== undefined && says !== pair.isPresent }
  })
}

/** What the built-in writer makes of a doctor's question and the patient's answer. */
export function composeAnswer(question: string, answer: string): Composed | undefined {
  const items = [question, answer].map((text, at) => ({
    ...{ id: `i${at}`, text, speaker: at === 0 ? ('doctor' as const) : ('patient' as const) },
    ...{ startMs: at * 1000, endMs: at * 1000 + 900, words: [] },
  }))
  const [told] = readConversation(items)
  return told && compose(told, 'subjective', HE, undefined)
}

/** "The swelling is gone" says that there is none, "the swelling is not gone" that there is some. */
const ENDED = /\b(gone|settled|stopped|cleared|free|down|without(?! fail))\b/

/** What a statement says of a finding; undefined where it does not name it. */
function polarityOf(text: string, finding: string): boolean | undefined {
  if (relativesIn(text.toLowerCase()).length > 0) return undefined
  const [words, name] = [plainWords(text), plainWords(finding)]
  const at = words.findIndex((_, start) => name.every((word, offset) => words[start + offset] === word))
  if (at < 0) return undefined
  if (ENDED.test(text)) return words.some(isNegator)
  const sentence = readSentence(text, { id: '', speaker: 'unspecified' })
  const start = sentence.said.indexOf(name.join(' '))
  const { start: first, end } = tokensAt(sentence, start, start + name.join(' ').length)
  return !negationAt(sentence, first, end).isDenied
}
