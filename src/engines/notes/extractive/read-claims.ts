import type { Transcript } from '../../../domain/transcript.ts'
import { type Claim, pairAnswers } from './pair-answers.ts'
import { readUtterances } from './read-utterances.ts'

/** What was stated in a conversation, in its order: sentences, and questions with their answers. */
export function readClaims({ items }: Transcript): Claim[] {
  return pairAnswers(items.flatMap((item) => readUtterances(item)))
}
