import { synonymsOf } from '../synonyms.ts'
import { plainWords } from '../words.ts'
import { statedCertaintyAt } from './certainty.ts'
import { type Context, contextAt } from './context.ts'
import { follow, type Told } from './conversation.ts'
import type { Antecedents } from './person.ts'
import { type Sentence, tokensAt } from './sentence.ts'

/** A name where a table finds it in `Sentence.said`. */
export interface Found<Named> {
  named: Named
  start: number
  end: number
}

/** Something that is named in a conversation, and how it is said there, the answer to a question heeded. */
export interface Mention<Named> extends Context {
  named: Named
  told: Told
  sentence: Sentence
  /** Its tokens in the sentence: the first, and the one behind the last. */
  start: number
  end: number
  /** Whether it stands in a question; it is `open` where that was not answered clearly. */
  isAsked: boolean
}

/** Every place where a table's names stand in what was told, in its order. */
export function mentionsIn<Named>(
  conversation: readonly Told[],
  find: (said: string) => readonly Found<Named>[],
): Mention<Named>[] {
  return conversation.flatMap((told) => {
    const all = [...told.sentences, ...told.answer]
    const found = all.map((sentence) => find(sentence.said))
    const asked = found.slice(0, told.sentences.length).flat().length
    return all.flatMap((sentence, index) => {
      const isAsked = told.answer.length > 0 && index < told.sentences.length
      return (found[index] ?? []).map((name) => mentionOf(name, sentence, told, isAsked, asked))
    })
  })
}

function mentionOf<Named>(
  { named, start: from, end: to }: Found<Named>,
  sentence: Sentence,
  told: Told,
  isAsked: boolean,
  asked: number,
): Mention<Named> {
  const { start, end } = tokensAt(sentence, from, to)
  const context = contextAt(sentence, start, end, antecedentsOf(told, sentence))
  const place = { named, told, sentence, start, end, isAsked }
  if (!isAsked) return { ...context, ...place }
  const name = sentence.said.slice(from, to)
  const isLeftOpen = statedCertaintyAt(sentence, start, end) === 'open'
  return { ...context, ...answered(told, name, asked), ...(isLeftOpen && { certainty: 'open' }), ...place }
}

/** "Yes, my aunt. She has psoriasis too.": within an answer the next sentence goes on about whom the first one names. */
export function antecedentsOf({ answer, antecedents }: Told, sentence: Sentence): Antecedents {
  const at = answer.indexOf(sentence)
  return at > 0 ? follow(antecedents, answer.slice(0, at)) : antecedents
}

/** What the answer makes of a name in its question. A yes to several does not say which. */
function answered({ says, sentences, answer }: Told, name: string, asked: number): Partial<Context> {
  const [first] = answer
  const excepted = first && EXCEPTION.exec(first.said)?.[1]
  if (excepted !== undefined) {
    return sharesWord(name, excepted)
      ? { isDenied: false, certainty: 'certain' }
      : { isDenied: true, certainty: 'certain' }
  }
  if (says === undefined) return { certainty: 'open' }
  if (says === 'no') return { isDenied: true, certainty: 'certain' }
  const isList = asked > 1 && sentences.some(({ said }) => / or /.test(said))
  return isList ? { certainty: 'open' } : { isDenied: false, certainty: 'certain' }
}

/** "None of those apart from the ankles": all but one is denied. */
const EXCEPTION =
  /^(?:no|none|nope|nothing|not really|never)\b.*?\b(?:apart from|except(?: for)?|other than|besides|only|just|but)\b(.*)$/

const sharesWord = (name: string, words: string) => {
  const known = new Set(plainWords(words).flatMap(synonymsOf).map(stem))
  return plainWords(name).some((word) => synonymsOf(word).some((each) => known.has(stem(each))))
}

const stem = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '')
