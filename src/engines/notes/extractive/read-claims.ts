import { readConversation, type Told } from '../../../clinical/en/facts/conversation.ts'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Item, Speaker } from '../../../domain/transcript.ts'

/** What could stand in a note: a sentence, or a question together with the answer that gives it meaning. */
export interface Claim {
  /** As it was said. */
  text: string
  evidence: string[]
  /** Who says it, or who asks. */
  speaker: Speaker
  words: string[]
  isAnswered: boolean
  isClear: boolean
  told: Told
}

/** What was stated in a conversation, in its order: sentences, and questions with their answers. */
export const readClaims = ({ items }: { items: readonly Item[] }): Claim[] => readConversation(items).map(claimOf)

function claimOf(told: Told): Claim {
  const text = [...told.sentences, ...told.answer].map(({ spoken }) => spoken).join(' ')
  return {
    text,
    evidence: told.evidence,
    speaker: told.sentences[0]?.speaker ?? 'unspecified',
    words: plainWords(text),
    isAnswered: told.answer.length > 0,
    isClear: told.isClear,
    told,
  }
}
