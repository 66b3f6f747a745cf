import { cutSentence } from '../../../../clinical/en/cut-sentence.ts'
import { isHeardClearly } from '../../../../clinical/en/facts/read-sentences.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import { readUtterances, type Utterance } from '../read-utterances.ts'

/** A sentence of a call, meeting or hearing, and whose voice it is where voices could be told apart. */
export interface Sentence extends Utterance {
  voice: string | undefined
  /** Its words in lower case with single spaces: what cues are matched against. */
  said: string
}

/** The label of an item's voice, or else its role. */
export function voiceOf({ speaker, speakerLabel }: Item): string | undefined {
  return speakerLabel ?? (speaker === 'unspecified' ? undefined : speaker)
}

/** Every sentence that was heard clearly, in order. */
export const readSentencesOf = (items: readonly Item[]): Sentence[] => items.filter(isHeardClearly).flatMap(readItem)

/** A conversation's documents are all written from the same items, so each is read once. */
const known = new WeakMap<Item, Sentence[]>()

function readItem(item: Item): Sentence[] {
  const before = known.get(item)
  if (before) return before
  const read = readUtterances(item, cutWhenLong).map((utterance) => ({
    ...utterance,
    voice: voiceOf(item),
    said: utterance.words.join(' '),
  }))
  known.set(item, read)
  return read
}

/** All sentences of the samples but one are shorter than this. */
const MOST_WORDS = 20

/** The borders were learned from consultations; elsewhere they serve where marks are missing, and tear apart what has them. */
function cutWhenLong(sentence: string): string[] {
  return sentence.split(/\s+/).length > MOST_WORDS ? cutSentence(sentence) : [sentence]
}

/** The sentence in its own words. */
export function state({ text, itemId }: Sentence, attributes?: Record<string, string>): Statement {
  return { text, evidence: [itemId], support: 'verbatim', ...(attributes && { attributes }) }
}

/** A sentence with what was said to it. */
export const join = (sentence: Sentence, next: Sentence, attributes: Record<string, string>): Statement =>
  joinAll([sentence, next], attributes)

/** Sentences that stand one behind the other. */
export function joinAll(sentences: readonly Sentence[], attributes: Record<string, string>): Statement {
  const evidence = [...new Set(sentences.map(({ itemId }) => itemId))]
  return { text: sentences.map(({ text }) => text).join(' '), evidence, support: 'verbatim', attributes }
}

/** The item whole, as it was said. */
export function quote({ id, text }: Item, attributes: Record<string, string> = {}): Statement {
  return { text, evidence: [id], support: 'verbatim', attributes: { type: 'quotation', ...attributes } }
}

/** Those of the sentences that a cue fits, questions left out; each said once. */
export function stateCued(sentences: readonly Sentence[], cue: RegExp): Statement[] {
  return unique(sentences.filter(({ isQuestion, said }) => !isQuestion && cue.test(said)).map((each) => state(each)))
}

/** The first of statements with the same words. */
export function unique(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter(({ text }) => !seen.has(text) && seen.add(text))
}
