import { readAnswer } from '../../../clinical/answers.ts'
import { lastClauseOf } from '../../../clinical/assertions.ts'
import { asksForAssent, beginsLikeQuestion, questionBorders } from '../../../clinical/questions.ts'
import { sentenceBorders } from '../../../clinical/sentence-ends.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/words.ts'

/** One thing that was said, in plain words. */
export interface Clause {
  words: string[]
  isQuestion: boolean
  /** What a question was answered; undefined where that is open. */
  answer?: 'yes' | 'no' | undefined
}

/** The clauses of the cited items in their order, each question with what the next clause answers. */
export function readClauses(cited: readonly string[]): Clause[] {
  const texts = cited.flatMap(readSentences).flatMap(cut)
  return texts.map((text, at) => {
    const words = withoutOpener(plainWords(text))
    const isQuestion = (text.endsWith('?') && !asksForAssent(text)) || beginsLikeQuestion(words)
    return { words, isQuestion, ...(isQuestion && { answer: readAnswer(texts[at + 1] ?? '')?.says }) }
  })
}

function cut(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const words = printed.map((word) => plainWords(word).join(' '))
  const borders = [...new Set([...questionBorders(words), ...sentenceBorders(words)])].sort((a, b) => a - b)
  return [0, ...borders].map((start, index) => printed.slice(start, borders[index]).join(' '))
}

const YES_OR_NO = /^(yes|yeah|yep|no|nope|nah)$/
const SUBJECT = /^(i|i'm|i've|i'd|it|it's|he|she|they|we|my|the|that|that's|this|you|yeah|yes|no)$/

/** "No, it hurts" denies a question and not the pain. */
function withoutOpener(words: string[]): string[] {
  const opens = YES_OR_NO.test(words[0] ?? '') && SUBJECT.test(words[1] ?? '')
  return opens ? withoutOpener(words.slice(1)) : words
}

const BEHIND = /^(\w+ ){0,2}?(negative|absent|denied|ruled out|unremarkable)\b|^(no|none|not)$/

/** Whether the word at `at` is denied where it stands, by NegEx's rules (Chapman 2001) within its clause. */
export function isDenied({ words }: Pick<Clause, 'words'>, at: number): boolean {
  const before = lastClauseOf(words.slice(0, at).join(' '))
  return before.split(' ').some(isNegator) || BEHIND.test(words.slice(at + 1).join(' '))
}
