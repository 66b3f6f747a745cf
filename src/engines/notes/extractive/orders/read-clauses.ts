import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { type Prescription, readPrescriptions } from '../../../../clinical/en/prescriptions.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import type { Speaker } from '../../../../domain/transcript.ts'

/** A part of a sentence with one verb of its own: people order several things in one breath. */
export interface Clause {
  itemId: string
  /** Which of the items it stands in. */
  item: number
  speaker: Speaker
  words: string[]
  said: string
  /** The medicines that it names, with the directions beside them. */
  prescriptions: Prescription[]
  isQuestion: boolean
  /** True where a sentence begins, or an item. */
  opens: boolean
}

/** The clauses of what was told; speech without marks is cut where a new subject begins. */
export function readClauses(conversation: readonly Told[]): Clause[] {
  const sentences = conversation
    .filter(({ isClear }) => isClear)
    .flatMap(({ sentences: own, answer }) => [...own, ...answer])
  const ids = new Map([...new Set(sentences.map(({ itemId }) => itemId))].map((id, at) => [id, at]))
  return sentences.flatMap((sentence) => {
    const words = plainWords(sentence.text.replace(/\byou know\b/gi, ''))
    const borders = [0, ...clauseBorders(words)]
    return borders.map((start, at): Clause => {
      const own = words.slice(start, borders[at + 1])
      return {
        ...{
          itemId: sentence.itemId,
          item: ids.get(sentence.itemId) ?? 0,
          speaker: sentence.speaker,
          words: own,
          said: own.join(' '),
          prescriptions: readPrescriptions(own),
        },
        ...{ isQuestion: sentence.isQuestion, opens: at === 0 },
      }
    })
  })
}

/** "I want", "let's", "you should", "it is": where a subject and its verb open a clause. */
const SUBJECT =
  /^(?:i|i'm|i'd|i'll|i've|we|we're|we'll|we'd|we've|let's|lets|you're|you'll|you've|it's|that's|there's|they're|he's|she's|hey|if|unless|let (?:me|us)|(?:it|that|this|they|he|she|there) (?:is|are|was|were|will|would|could|should|seems?|looks?|sounds?|does|did|has|had|may|might|can)|you (?:are|have|had|can|could|should|need|will|would|may|might|want|take|did|were|must)|(?:do|did|are|were) you|for your (?:first|second|third|fourth|next|last|other|\w+ problem)|(?:your|the) \w+ (?:is|was|looks?|shows?|came)|when (?:i|you|we)|go ahead)(?: |$)/
/** Words behind which a clause goes on: "I'd like you to", "I think we should", "so that you can". */
const HOLDS =
  /^(?:like|want|have|let|that|as|if|when|what|how|see|which|to|before|after|until|while|than|where|think|who|whether|because|unless|why|once|gon|na|hope|and'|'ll|will|can|could|should|would|do|did|does|are|is|was|were|am|just|do n't|recommend|suggest)$/
const OPENERS = /^(?:and|so|but|then|okay|ok|alright|right|now|also|well|because|since)$/

function clauseBorders(words: readonly string[]): number[] {
  const borders: number[] = []
  for (let at = 1; at < words.length; at++) {
    if (HOLDS.test(words[at - 1] ?? '') || !SUBJECT.test(words.slice(at, at + 4).join(' '))) continue
    let border = at
    while (border > 0 && OPENERS.test(words[border - 1] ?? '')) border--
    if (border > (borders.at(-1) ?? 0)) borders.push(border)
  }
  return borders
}
