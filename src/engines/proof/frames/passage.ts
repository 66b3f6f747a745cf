import { findNames } from '../../../clinical/en/conditions.ts'
import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { OTHERS, type Person } from '../../../clinical/en/facts/person.ts'
import type { Sentence } from '../../../clinical/en/facts/sentence.ts'
import { stem } from '../../../clinical/en/grammar/stem.ts'
import { findLayTerms, type Sort } from '../../../clinical/en/lay-terms.ts'
import { genericOf, isMedicineName } from '../../../clinical/en/medicines.ts'
import { relativesIn } from '../../../clinical/en/relatives.ts'
import { isBodyPart, isClinical } from '../../../clinical/en/terms.ts'
import { type Amount, readAmounts } from './amounts.ts'
import { classesOf } from './medicine-classes.ts'
import { isBorderWord, type Word, wordsOf } from './words.ts'

export type MeaningSort = Sort | 'person' | 'side' | 'amount'

/** Something that stands in a sentence, with all by which it can be known again. */
export interface Meaning {
  passage: Passage
  /** Its words: the first, and the one behind the last. */
  start: number
  end: number
  segment: number
  /** What it says: a statement's must be among the evidence's. */
  keys: ReadonlySet<string>
  /** What the evidence says with it besides: a heel is a foot. */
  broader: ReadonlySet<string>
  sorts: ReadonlySet<MeaningSort>
  /** For members of closed classes: the class and the place in it. */
  poles: readonly { scale: string; key: string }[]
  amount?: Amount
  /** Those of its words that say it, where others stand between them. */
  spoken?: readonly number[]
}

/** A sentence of the evidence or of a statement, read for comparing. */
export interface Passage {
  sentence: Sentence
  told: Told
  /** Its place in what was told. */
  at: number
  isAsked: boolean
  /** Whom somebody else has come with, where no patient speaks: it is the patient. */
  brought?: Person | undefined
  readonly words: readonly Word[]
  /** Of the words, in their order. */
  readonly stems: readonly string[]
  readonly meanings: readonly Meaning[]
}

/** Words and meanings are read when somebody asks for them: most of a conversation is evidence of nothing that is stated. */
export function readPassage(sentence: Sentence, told: Told, at: number, isAsked: boolean, brought?: Person): Passage {
  let words: Word[] | undefined
  let stems: string[] | undefined
  let meanings: Meaning[] | undefined
  return {
    ...{ sentence, told, at, isAsked, brought },
    get words() {
      words ??= wordsOf(sentence)
      return words
    },
    get stems() {
      stems ??= this.words.map((word) => word.stem)
      return stems
    },
    get meanings() {
      meanings ??= readMeanings(this)
      return meanings
    },
  }
}

function readMeanings(passage: Passage): Meaning[] {
  const { words } = passage
  const amounts = readAmounts(words.map(({ text }) => text))
  const inAmounts = new Set(
    amounts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, by) => start + by)),
  )
  return withoutShadowed([
    ...words.map((_, index) => singleMeaning(passage, index, inAmounts)),
    ...phraseMeanings(passage, inAmounts),
    ...amounts.map((amount) => amountMeaning(passage, amount)),
  ])
}

/** "Give up" is no giving, "cut out" no cutting down: in what is said of several words, one of them says nothing by itself. */
function withoutShadowed(all: Meaning[]): Meaning[] {
  const long = all.filter(
    ({ start, end, poles, amount }) => poles.length > 0 && !amount && end - start > 1 && end - start <= 3,
  )
  return all.filter(
    ({ start, end, poles, sorts }) =>
      poles.length === 0 ||
      end - start > 1 ||
      sorts.has('time') ||
      long.every((one) => start !== one.start && start !== one.end - 1),
  )
}

function singleMeaning(passage: Passage, at: number, inAmounts: ReadonlySet<number>): Meaning {
  const { words } = passage
  const { text, stem: own } = words[at] as Word
  const keys = new Set([`= ${own}`])
  const sorts = new Set<MeaningSort>()
  if (isSideAt(words, at)) {
    const key = text === 'left' || text === 'right' ? text : 'both'
    return made(passage, at, at + 1, [`side ${key}`], [`= ${own}`], ['side'], [{ scale: 'side', key: `side ${key}` }])
  }
  if (isMedicineName(text)) {
    keys.add(`= ${stem(genericOf(text))}`)
    sorts.add('medicine')
  } else if (isBodyPart(text)) sorts.add('part')
  else if (isClinical(text) && !inAmounts.has(at) && !isNamedElse(own) && !NO_FINDING.test(text)) sorts.add('finding')
  if (isPerson(text)) sorts.add('person')
  for (const { key } of relativesIn(text)) keys.add(`person ${key}`)
  const broader = classesOf(genericOf(text)).map((name) => `= ${stem(name)}`)
  if (sorts.has('medicine')) broader.push('medicine: medicine')
  if (isPair(words, at)) broader.push('side both')
  return made(passage, at, at + 1, [...keys], broader, [...sorts], [])
}

const PAIRED =
  /^(?:hands|feet|knees|eyes|ears|legs|arms|hips|shoulders|ankles|calves|wrists|thighs|breasts|kidneys|lungs|elbows|heels|shins|thumbs|cheeks|eyelids|lids|nostrils|testicles|ovaries|tubes|groins|armpits|soles|palms|forearms|bases|tonsils|pupils|cords)$/
/** "My feet" are both, where no side is told. */
const isPair = (words: readonly Word[], at: number) =>
  PAIRED.test(words[at]?.text ?? '') && !words.some(({ text }) => text === 'left' || text === 'right')

const isPerson = (text: string) => OTHERS.test(text) || relativesIn(text).some(({ key }) => key !== 'family')

function phraseMeanings(passage: Passage, inAmounts: ReadonlySet<number>): Meaning[] {
  const { words, sentence } = passage
  const isBorder = (at: number) => {
    const word = words[at]
    return word === undefined || isBorderWord(word) || words[at - 1]?.segment !== word.segment
  }
  const found = findLayTerms(passage.stems, isBorder).filter(
    ({ start, end, sort }) => sort === 'time' || end - start > 1 || !inAmounts.has(start),
  )
  const terms = found.map(({ start, end, words: spoken, key, sort, scale, isSpecial }) => ({
    ...made(passage, start, end, isSpecial ? [] : [key], isSpecial ? [key] : [], [sort], scale ? [{ scale, key }] : []),
    spoken,
  }))
  const names = findNames(sentence.said).flatMap(({ condition, start, end }) => {
    const place = wordsBetween(passage, start, end)
    return place ? [made(passage, place.start, place.end, [`condition ${condition.code}`], [], ['finding'], [])] : []
  })
  return [...terms, ...names]
}

function wordsBetween({ words, sentence: { offsets } }: Passage, from: number, to: number) {
  const start = words.findIndex(({ token }) => (offsets[token] ?? 0) >= from)
  const behind = words.findIndex(({ token }) => (offsets[token] ?? 0) >= to)
  return start < 0 ? undefined : { start, end: behind < 0 ? words.length : Math.max(behind, start + 1) }
}

function amountMeaning(passage: Passage, amount: Amount): Meaning {
  const { start, end, keys, dimension } = amount
  const poles = keys.map((key) => ({ scale: `amount ${dimension}`, key }))
  return { ...made(passage, start, end, [], [], ['amount'], poles), amount }
}

function made(
  passage: Passage,
  start: number,
  end: number,
  keys: readonly string[],
  broader: readonly string[],
  sorts: readonly MeaningSort[],
  poles: Meaning['poles'],
): Meaning {
  const segment = passage.words[start]?.segment ?? 0
  return { passage, start, end, segment, keys: new Set(keys), broader: new Set(broader), sorts: new Set(sorts), poles }
}

/** Something of no key by itself, at these words. */
export const meaningAt = (passage: Passage, start: number, end: number, sorts: readonly MeaningSort[]): Meaning =>
  made(passage, start, end, [], [], sorts, [])

const BEFORE_SIDE =
  /^(?:the|my|your|his|her|their|on|of|either|each|upper|lower|far|a|or|and|more|mainly|mostly|in|to|is)$/
const BEHIND_SIDE =
  /^(?:side|sided|one|hand|handed|upper|lower|inner|outer|hemi\w*|is|was|has|more|feels|looks|normal)$/
const NO_SIDE = /^(?:now|away|after|before|here|there|on|up|down|at|then|over|okay|so|the|my|a|i|when)$/

/** "Left" and "right" of the body; "both" and "bilateral" of its parts. */
function isSideAt(words: readonly Word[], at: number): boolean {
  const { text } = words[at] as Word
  const [before = '', next = ''] = [words[at - 1]?.text, words[at + 1]?.text]
  if (/^(?:bilateral|bilaterally)$/.test(text)) return true
  const isPart = words.slice(at + 1, at + 4).some((word) => isBodyPart(word.text) || isPartName(word.stem))
  if (/^(?:both|each|either)$/.test(text))
    return (
      (isPart && !isPerson(words[at + 1]?.text ?? '') && !isPerson(words[at + 2]?.text ?? '')) ||
      words.slice(at + 1, at + 3).some((word) => /^sides?$/.test(word.text))
    )
  if (text !== 'left' && text !== 'right') return false
  // "Left or right?" says neither.
  if ([-2, 2].some((by) => words[at + by / 2]?.text === 'or' && /^(?:left|right)$/.test(words[at + by]?.text ?? '')))
    return false
  // "Right round my left eye."
  if (
    /^(?:round|around|across|through|behind|into|under|above|along|down|up|in|at|over)$/.test(next) &&
    !/^(?:the|my|his|her|on)$/.test(before)
  )
    return false
  if (isPart || BEHIND_SIDE.test(next)) return !/^(?:i|he|she|they|we)$/.test(before)
  if (NO_SIDE.test(next)) return false
  const isNear = words[at - 1]?.segment === words[at]?.segment
  return (
    (isNear && BEFORE_SIDE.test(before)) ||
    words[at - 1]?.segment !== words[at]?.segment ||
    /^(?:knee|arm|leg|ear|eye)$/.test(before)
  )
}

/** Habits and what is done, of which complaints are no kind. */
const NO_FINDING =
  /^(?:alcohol|wine|beer|cigarette|smok|drink|drunk|exercis|vap|hospital|operation|surg|medic|drug|vaccin|relative|diagnos|diseas|twist|throw|sleep|inhaler|pill|tablet)/

/** "Liver", "cholesterol": clinical, and no finding. */
const isNamedElse = (word: string) =>
  findLayTerms([word], () => true).some(({ sort }) => /^(?:part|test|medicine)$/.test(sort))

const isPartName = (word: string) => findLayTerms([word], () => true).some(({ sort }) => sort === 'part')
