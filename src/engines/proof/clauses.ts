import { readAnswer } from '../../clinical/en/answers.ts'
import { cutSentence } from '../../clinical/en/cut-sentence.ts'
import { asksForAssent, beginsLikeQuestion } from '../../clinical/en/questions.ts'
import { isNegator, plainWords, readSentences } from '../../clinical/en/words.ts'

/** One thing that was said, in plain words. */
export interface Clause {
  words: string[]
  isQuestion: boolean
  /** What a question was answered; undefined where that is open. */
  answer?: 'yes' | 'no' | undefined
}

/** The clauses of the cited items in their order, each question with what the next clause answers. */
export function readClauses(cited: readonly string[]): Clause[] {
  const said = cited.flatMap((text, item) =>
    readSentences(text)
      .flatMap(cutSentence)
      .map((clause) => ({ text: clause, item })),
  )
  return said.map(({ text }, at) => {
    const words = withoutOpener(plainWords(text))
    const isQuestion = (text.endsWith('?') && !asksForAssent(text)) || beginsLikeQuestion(words)
    return { words, isQuestion, ...(isQuestion && { answer: findAnswer(said, at) ?? findDetail(words, said, at) }) }
  })
}

interface Said {
  text: string
  /** Which of the cited items it stands in. */
  item: number
}

/** How much whoever asks may say before the other answers. */
const MOST_BEHIND = 2

/** What the next clause answers, or, where whoever asked goes on, the first one of the next item. */
function findAnswer(said: readonly Said[], asked: number): 'yes' | 'no' | undefined {
  const next = readAnswer(said[asked + 1]?.text ?? '')?.says
  if (next !== undefined) return next
  const { item } = said[asked] as Said
  const behind = said.slice(asked + 1).findIndex((each) => each.item !== item)
  if (behind < 1 || behind > MOST_BEHIND) return undefined
  return readAnswer(said[asked + 1 + behind]?.text ?? '')?.says
}

const ASKS_WHAT = /^(?:(?:okay|and|so|well|now|but) )*(?:what|when|where|how|why|which)\b(?! about)/

/** "How long have you had the cough?" takes the cough for granted: whatever is told and does not deny it is a yes. */
function findDetail(words: readonly string[], said: readonly Said[], asked: number): 'yes' | undefined {
  const next = said[asked + 1]?.text ?? ''
  const told = plainWords(next)
  const isTold = told.length > 0 && !next.endsWith('?') && !told.some(isNegator)
  return isTold && ASKS_WHAT.test(words.join(' ')) ? 'yes' : undefined
}

const YES_OR_NO = /^(yes|yeah|yep|no|nope|nah)$/
const SUBJECT = /^(i|i'm|i've|i'd|it|it's|he|she|they|we|my|the|that|that's|this|you|yeah|yes|no)$/

/** "No, it hurts" denies a question and not the pain. */
function withoutOpener(words: string[]): string[] {
  const opens = YES_OR_NO.test(words[0] ?? '') && SUBJECT.test(words[1] ?? '')
  return opens ? withoutOpener(words.slice(1)) : words
}
