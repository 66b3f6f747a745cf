import { readConversation } from '../../../clinical/en/facts/conversation.ts'
import type { Person } from '../../../clinical/en/facts/person.ts'
import { plainSpelling } from '../../../clinical/en/plain-spelling.ts'
import type { Item } from '../../../domain/transcript.ts'
import { type Meaning, type MeaningSort, type Passage, readPassage } from './passage.ts'

/** A conversation, read once for all statements about it. */
export interface Conversation {
  passages: readonly Passage[]
}

/** What a statement rests on: the passages of the items that it names. */
export interface Evidence {
  passages: ReadonlySet<Passage>
  byKey: ReadonlyMap<string, Meaning[]>
  meanings: readonly Meaning[]
  conversation: Conversation
}

export function openConversation(said: readonly Item[]): Conversation {
  const items = said.map((item) => {
    const text = plainSpelling(/^(?:patient|other)$/.test(item.speaker) ? tellHabits(item.text) : item.text)
    // What is spelled so already was read by the writer.
    return text === item.text ? item : { ...item, text }
  })
  const passages: Passage[] = []
  const brought = findBrought(said)
  for (const told of readConversation(items)) {
    for (const sentence of told.sentences) {
      passages.push(readPassage(sentence, told, passages.length, told.answer.length > 0, brought))
    }
    for (const sentence of told.answer) passages.push(readPassage(sentence, told, passages.length, false, brought))
  }
  return { passages }
}

const MAY_COME =
  /\b(?:will|would|could|might|should|may|wonder\w*|know|sure|asked?|see|tell|told|check|worr\w+|afraid|even|as|what|only|like|just) if\b|\b(?:will|would|could|might|should|may)\b|['’](?:ll|d)\b/i

const HABIT = /\bif(?= (?:i|it|he|she|we|my|his|her|the)\b)/gi

/** "I get it if I run", says a patient of what happens whenever he runs. */
const tellHabits = (text: string) =>
  text.replace(/[^.?!]+/g, (sentence) => (MAY_COME.test(sentence) ? sentence : sentence.replace(HABIT, 'when')))

const OFFSPRING = /\b(?:my|our|the) (?:\w+ )?(?:(son)|(daughter)|(?:little )?(girl))\b/i

/** The child whom a parent tells of, where no patient speaks. */
function findBrought(said: readonly Item[]): Person | undefined {
  if (said.some(({ speaker }) => speaker === 'patient')) return undefined
  const first = said.find(({ speaker, text }) => speaker === 'other' && OFFSPRING.test(text))
  const [, son, daughter] = OFFSPRING.exec(first?.text ?? '') ?? []
  if (first === undefined) return undefined
  return son ? 'son' : daughter ? 'daughter' : 'other'
}

/** The part of a conversation that these items are; a question counts only with its answer. */
export function cite(conversation: Conversation, ids: ReadonlySet<string>): Evidence {
  const passages = conversation.passages.filter(
    ({ sentence, told, isAsked }) =>
      ids.has(sentence.itemId) && (!isAsked || told.answer.some(({ itemId }) => ids.has(itemId))),
  )
  const meanings = passages.flatMap((passage) => passage.meanings)
  const byKey = new Map<string, Meaning[]>()
  for (const meaning of meanings) {
    for (const key of meaning.keys.union(meaning.broader)) {
      const before = byKey.get(key)
      if (before) before.push(meaning)
      else byKey.set(key, [meaning])
    }
  }
  return { passages: new Set(passages), byKey, meanings, conversation }
}

/** How many sentences back something may be that is meant and not named. */
const REACH = 3

/** What a stretch of a sentence is about, of one sort: what stands in it, or the nearest that does; `isNear`: in the same exchange. */
export function headsAt(
  { passages }: Conversation,
  passage: Passage,
  segment: number,
  sort: MeaningSort,
  isNear = false,
): Meaning[] {
  const own = ofSort(passage, sort).filter((meaning) => meaning.segment === segment)
  if (own.length > 0) return own
  const all = ofSort(passage, sort)
  const before = all.filter((meaning) => meaning.segment < segment)
  if (before.length > 0) return before.filter((meaning) => meaning.segment === before.at(-1)?.segment)
  const [behind] = all.filter((meaning) => meaning.segment > segment)
  // "For three days, I have had a headache": a stretch with a verb is whole by itself.
  if (behind && !hasVerb(passage, segment)) return all.filter((meaning) => meaning.segment === behind.segment)
  for (let back = 1; back <= REACH; back++) {
    const earlier = passages[passage.at - back]
    const last = earlier && ofSort(earlier, sort)
    if (earlier?.told !== passage.told && isNear) return []
    if (last?.length) return last.filter((meaning) => meaning.segment === last.at(-1)?.segment)
  }
  return []
}

const hasVerb = ({ sentence: { tokens }, words }: Passage, segment: number) =>
  words.some((word) => word.segment === segment && tokens[word.token]?.pos === 'VERB')

const sorted = new WeakMap<Passage, Map<MeaningSort, Meaning[]>>()

function ofSort(passage: Passage, sort: MeaningSort): Meaning[] {
  const known = sorted.get(passage) ?? new Map<MeaningSort, Meaning[]>()
  sorted.set(passage, known)
  const found =
    known.get(sort) ?? passage.meanings.filter(({ sorts }) => sorts.has(sort)).toSorted((a, b) => a.start - b.start)
  known.set(sort, found)
  return found
}
