import type { Item, Speaker } from '../../domain/transcript.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { isWord, readTokens, type Token } from './words.ts'

/** A sentence that was said, or that stands in a note. */
export interface Sentence {
  itemId: string
  speaker: Speaker
  /** As it was said. */
  spoken: string
  tokens: readonly Token[]
  /** The words in lower case without accents, one space between them; elided ones keep their apostrophe: "l' epaule". */
  said: string
  isQuestion: boolean
  /** In English, of which these rules read nothing. */
  isForeign: boolean
  /** So long without a mark that nobody knows where one thing ends and the next begins. */
  isUnmarked: boolean
}

/** More words than this without a mark may be several sentences. */
const LONGEST_UNMARKED = 14
const ENGLISH =
  /^(?:the|is|are|i|i'm|i've|my|have|and|yes|not|with|for|of|it|it's|was|been|since|don't|you|your|but|that|this|there|at|all|just|very|two|three|days|weeks|when|feel|pain)$/
const LEAST_ENGLISH = 0.4

/** The sentences of an item. */
export function readItem(item: Pick<Item, 'id' | 'speaker' | 'text'>, language: RomanceLanguage): Sentence[] {
  return cutSentences(item.text).flatMap((text) => {
    const sentence = readSentence(text, item, language)
    return sentence.said === '' ? [] : [sentence]
  })
}

/** Ends of sentences, and where a Spanish question opens; not behind titles and in numbers. */
const END = /(?<=[.?!…]["»”)]?)(?<!\b(?:dr|dra|sr|sra|mme|m|mr|pr)\.)\s+|\s+(?=¿)/i

const cutSentences = (text: string): string[] => text.split(END).filter((piece) => /[\p{L}\d]/u.test(piece))

function readSentence(
  text: string,
  { id, speaker }: Pick<Item, 'id' | 'speaker'>,
  language: RomanceLanguage,
): Sentence {
  const tokens = readTokens(text, language)
  const words = tokens.filter(isWord)
  const said = words.map(({ word }) => word).join(' ')
  const english = text
    .toLowerCase()
    .split(/[\s,.?!]+/)
    .filter((word) => ENGLISH.test(word)).length
  const isMarked =
    tokens.some(({ text: mark }, at) => at < tokens.length - 1 && /^[,;:]$/.test(mark)) || /[.?!…]["»)]?$/.test(text)
  return {
    ...{ itemId: id, speaker, spoken: text.trim(), tokens, said },
    isQuestion: /\?["»)]?$/.test(text.trim()) || beginsLikeQuestion(said, speaker, language),
    isForeign: english >= 1 && english / Math.max(1, words.length) >= LEAST_ENGLISH,
    isUnmarked: !isMarked && words.length > LONGEST_UNMARKED,
  }
}

function beginsLikeQuestion(said: string, speaker: Speaker, { questions }: RomanceLanguage): boolean {
  return said !== '' && (speaker === 'patient' ? questions.ofPatient : questions.begins).test(said)
}
