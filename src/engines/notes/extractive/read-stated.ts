import { affirms } from '../../../clinical/en/assertions.ts'
import { plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Claim } from './read-claims.ts'

export interface Said {
  text: string
  /** What is stated when the sentence is a question: that and its answer. */
  asked?: string
}

/** The sentences that state something: a question only with its yes. */
export function sentencesOf({ text }: Claim): Said[] {
  const sentences = readSentences(text)
  return sentences.flatMap((sentence, index) => {
    if (!sentence.endsWith('?')) return [{ text: sentence }]
    const answer = sentences[index + 1] ?? ''
    return affirms(plainWords(answer).join(' ')) ? [{ text: sentence, asked: `${sentence} ${answer}` }] : []
  })
}

/** What was asked in a claim that is a question with its answer. */
export const questionOf = (text: string) => readSentences(text)[0] ?? ''

export const statementOf = (text: string, evidence: string[], type: string, name: string): Statement => ({
  ...{ text, evidence, support: 'verbatim' },
  attributes: { type, name },
})

/** Without the marks at its end. */
export const trim = (phrase: string) => phrase.replace(/[.,;:!?]+$/, '')
