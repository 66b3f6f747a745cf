import { type Meaning, meaningsOf } from '../../../clinical/romance/meanings.ts'
import type { RomanceLanguage } from '../../../clinical/romance/romance-language.ts'
import { readItem } from '../../../clinical/romance/sentence.ts'
import type { Said } from './evidence.ts'

/** Where in the evidence something stands that a statement says. */
interface Licensed {
  meaning: Meaning
  places: Said[]
  /** All that the statement's sentence says, and of it what stands within nothing longer. */
  among: readonly Meaning[]
  shown: readonly Meaning[]
}

/**
 * True when a statement in other words says nothing that its evidence does not: each name, medicine, side, number, relative and
 * word stands there, of the same person, denied or not, as sure; and what belongs together there belongs together here.
 */
export function follows(text: string, evidence: readonly Said[], language: RomanceLanguage): boolean {
  const sentences = readItem({ id: '', speaker: 'unspecified', text }, language)
  const licensed = sentences.flatMap((sentence) => {
    const among = meaningsOf(sentence, language)
    const shown = among.filter((meaning) => !isWithin(meaning, among))
    return shown.map((meaning): Licensed => ({ meaning, among, shown, places: placesOf(meaning, evidence) }))
  })
  if (licensed.length === 0 || text.includes('?')) return false
  return licensed.every(({ meaning, among, shown, places }) => {
    if (places.length > 0) return places.some((said) => isBound(meaning, shown, said, evidence, language))
    return meaning.sort === 'name' && areWordsSaid(meaning, among, evidence, language)
  })
}

/** What stands in a longer name says nothing by itself: "mal à la tête" is no other pain. */
const isWithin = (meaning: Meaning, among: readonly Meaning[]) =>
  meaning.sort !== 'amount' &&
  among.some(
    (other) =>
      other !== meaning &&
      other.sort === 'name' &&
      other.start <= meaning.start &&
      other.end >= meaning.end &&
      (other.end - other.start > meaning.end - meaning.start || meaning.sort !== 'name'),
  )

/** A name that the evidence has in other words: all of its own must stand there. */
function areWordsSaid(
  meaning: Meaning,
  among: readonly Meaning[],
  evidence: readonly Said[],
  language: RomanceLanguage,
): boolean {
  const parts = among.filter(
    (one) => one !== meaning && one.sort !== 'name' && one.start >= meaning.start && one.end <= meaning.end,
  )
  return (
    parts.length > 0 &&
    parts.every((part) => placesOf(part, evidence).some((said) => isBound(part, among, said, evidence, language)))
  )
}

function placesOf(meaning: Meaning, evidence: readonly Said[]): Said[] {
  return evidence.filter(
    (said) =>
      said.sort === meaning.sort &&
      (!said.keys.isDisjointFrom(meaning.keys) || isImplied(meaning, said)) &&
      (meaning.sort === 'relative' || isOfSame(meaning.person, said.person)) &&
      (meaning.sort === 'amount' || meaning.sort === 'relative' || meaning.denial === said.denial) &&
      meaning.isOpen === said.isOpen,
  )
}

/** Units that nobody says: "la tension est à 130/80", "metformine 500". */
const IMPLIED = / (?:mmhg|%|°c|mg|min)$/
const isImplied = ({ sort, keys }: Meaning, said: Meaning) =>
  sort === 'amount' && [...keys].some((key) => IMPLIED.test(key) && said.keys.has(key.replace(IMPLIED, '')))

/** "Dans la famille" is of any of them. */
const isOfSame = (stated: string, said: string) =>
  stated === said || (/^famil/.test(stated) && said !== 'patient' && said !== 'other')

/** What belongs to it: a dose to its medicine, a side to its part, an action to what it is done with. */
function isBound(
  meaning: Meaning,
  shown: readonly Meaning[],
  said: Said,
  evidence: readonly Said[],
  language: RomanceLanguage,
): boolean {
  const of = evidence.filter((one) => one.told === said.told)
  const own = of.filter((one) => one.sentence === said.sentence)
  if (meaning.sort === 'amount' || isTime(meaning, language)) {
    const medicine = nearest(meaning, shown, isMedicine)
    if (medicine)
      return sharesKey(medicine, [nearest(said, own, isMedicine) ?? nearest(said, of, isMedicine)], evidence, said)
    const head = nearest(meaning, shown, isNamed, true)
    return head === undefined || sharesKey(head, near(said, own, of), evidence, said)
  }
  if (meaning.sort === 'side') return isOnSide(meaning, shown, said, own, of, evidence)
  if (meaning.sort === 'medicine') return isDoneAlike(meaning, shown, said, own, language)
  return true
}

/** All that stands in the stretch of a side stands with that side: where a sentence has two, in its own stretch. */
function isOnSide(
  meaning: Meaning,
  shown: readonly Meaning[],
  said: Said,
  own: readonly Said[],
  of: readonly Said[],
  evidence: readonly Said[],
): boolean {
  const heads = shown.filter((one) => isContent(one) && one.segment === meaning.segment)
  const isOnly = own.filter(({ sort }) => sort === 'side').length === 1
  const inSegment = own.filter(({ segment, sort }) => segment === said.segment && sort !== 'side')
  const around = isOnly || inSegment.length === 0 ? of : inSegment
  const isFragment = !around.some(isContent)
  const pool = isFragment ? evidence.filter(({ told }) => told <= said.told && told >= said.told - REACH) : around
  return heads.every(({ keys }) => pool.some((one) => !one.keys.isDisjointFrom(keys)))
}

const isMedicine = ({ sort }: Meaning) => sort === 'medicine'
const isNamed = ({ sort }: Meaning) => sort === 'name'
const isContent = ({ sort }: Meaning) => sort === 'name' || sort === 'word'
const isTime = ({ sort, sentence, start }: Meaning, { dayParts }: RomanceLanguage) =>
  sort === 'word' && dayParts.test(sentence.tokens[start]?.word ?? '')

/** The nearest one of its stretch, before it or else behind, and then of its sentence; `inSegment`: of its stretch alone. */
function nearest<One extends Meaning>(
  meaning: Meaning,
  among: readonly One[],
  is: (one: Meaning) => boolean,
  inSegment = false,
): One | undefined {
  const all = among.filter((one) => is(one) && one.start !== meaning.start)
  const own = all.filter(({ segment }) => segment === meaning.segment)
  const pool = own.length > 0 || inSegment ? own : all
  return pool.filter(({ start }) => start < meaning.start).at(-1) ?? pool[0]
}

/** What a number may be of: what is named in its stretch, else in its sentence, else in the question. */
function near(said: Said, own: readonly Said[], of: readonly Said[]): Said[] {
  const inSegment = own.filter((one) => one.segment === said.segment && isNamed(one))
  if (inSegment.length > 0) return inSegment
  const named = own.filter(isNamed)
  return named.length > 0 ? named : of.filter(isNamed)
}

/** How many told things back something may be that is meant and not named. */
const REACH = 2

function sharesKey(
  head: Meaning,
  heads: readonly (Said | undefined)[],
  evidence: readonly Said[],
  said: Said,
): boolean {
  const known = heads.flatMap((one) => one ?? [])
  const pool = known.length > 0 ? known : evidence.filter(({ told }) => told < said.told && told >= said.told - REACH)
  return pool.some(({ keys }) => !keys.isDisjointFrom(head.keys))
}

/** Stopped is not started: what is done with a medicine is the nearest such word before it, else behind. */
function isDoneAlike(
  meaning: Meaning,
  among: readonly Meaning[],
  said: Said,
  own: readonly Said[],
  language: RomanceLanguage,
): boolean {
  const actionAt = (one: Meaning, all: readonly Meaning[]): string | undefined => {
    const actions = all.flatMap((each) => {
      const name = language.actions.find((action) => [...each.keys].includes(`word = ${action}`))
      return name ? [{ name, start: each.start, segment: each.segment }] : []
    })
    const before = actions.filter(({ start }) => start < one.start).at(-1)
    return (before ?? actions.find(({ segment }) => segment === one.segment))?.name
  }
  return actionAt(meaning, among) === actionAt(said, own)
}
