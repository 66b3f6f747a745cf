import { findNames } from '../../clinical/en/conditions.ts'
import { genericOf } from '../../clinical/en/medicines.ts'
import { synonymsOf } from '../../clinical/en/synonyms.ts'
import { isBodyPart, isClinical } from '../../clinical/en/terms.ts'
import { isNegator, plainWords, readSentences } from '../../clinical/en/words.ts'
import { closestTo, isAlike, isTurnedIn, stem } from './alike.ts'
import type { Clause } from './clauses.ts'
import { type Manner, mannersOf } from './manners.ts'
import { once } from './once.ts'

/** A clinical word or the name of a condition in a statement. */
interface Finding {
  /** Undefined for a part of the body, which is neither there nor denied: what is said of it is. */
  manners?: Manner[] | undefined
  /** Where a clause of the evidence names it, by its words. */
  placesIn(words: readonly string[]): number[]
}

/** True when each finding of the text stands in the evidence in the same manner: there, denied, no longer, or perhaps. */
export function agreesOnFindings(text: string, evidence: readonly Clause[]): boolean {
  return readSentences(text)
    .map(plainWords)
    .every((words) => {
      const decided = evidence.filter((clause) => !leavesOpen(clause, words))
      const findings = [...findWords(words), ...findConditions(words), ...findRelief(words, evidence)]
      return (
        findings.every((finding) => isCarried(finding, words, decided)) &&
        (isTold(words, findings) || isAlike(words, evidence))
      )
    })
}

/** True when the findings tell the whole of it: one at least, and one for the negation, where there is one. */
function isTold(words: readonly string[], findings: readonly Finding[]): boolean {
  const manners = findings.flatMap((finding) => finding.manners ?? [])
  return manners.length > 0 && (!isTurnedIn(words) || manners.some((manner) => manner !== 'affirmed'))
}

/** A yes to "any nausea or vomiting?" carries both together and neither alone. */
function leavesOpen({ words, isQuestion, answer }: Clause, stated: readonly string[]): boolean {
  if (!isQuestion || answer !== 'yes') return false
  const said = new Set(stated.flatMap(synonymsOf).map(stem))
  return placesOf(words, (word) => word === 'or').some((at) => {
    const sides = [words.slice(Math.max(0, at - 2), at), words.slice(at + 1, at + 4)].map((side) =>
      side.filter(isClinical),
    )
    return sides.every((side) => side.length > 0) && sides.flat().some((word) => !said.has(stem(word)))
  })
}

/** Words that sort a note and say nothing of the patient. */
const EMPTY = /^(symptom|diagnos|disease|medic(in|at)|drug|tablet|pill|surgical|worse|hospital)/

function findWords(words: readonly string[]): Finding[] {
  return words.flatMap((word, at) => {
    if (!isClinical(word) || isNegator(word) || EMPTY.test(word)) return []
    const stems = new Set([...synonymsOf(word), genericOf(word)].map(stem))
    const manners = isBodyPart(word) ? undefined : statedAt(words, at)
    return [{ manners, placesIn: (said) => [...stems].flatMap((each) => namedIn(said).get(each) ?? []).sort(byPlace) }]
  })
}

const byPlace = (a: number, b: number) => a - b

/** Where each word stands, by its stem and by that of the medicine's other name. */
const namedIn = once((words) => {
  const places = new Map<string, number[]>()
  for (const [at, word] of words.entries()) {
    for (const name of new Set([stem(word), stem(genericOf(word))])) {
      const known = places.get(name)
      if (known) known.push(at)
      else places.set(name, [at])
    }
  }
  return places
})

/** Names that hold no clinical word: "pneumonia", "gout". */
function findConditions(words: readonly string[]): Finding[] {
  return namesIn(words).flatMap(({ condition, from, to }) => {
    if (words.slice(from, to).some(isClinical)) return []
    // "Breathless" and "dyspnea" have codes of their own and are one.
    const others = new Set(words.slice(from, to).flatMap((word) => synonymsOf(word).slice(1)))
    const placesIn = (said: readonly string[]) => [
      ...namesIn(said).flatMap((name) => (name.condition === condition ? [name.from] : [])),
      ...placesOf(said, (word) => others.has(word)),
    ]
    return [{ manners: statedAt(words, from), placesIn }]
  })
}

const namesIn = once((words) => {
  const text = words.join(' ')
  const wordAt = (offset: number) => text.slice(0, offset).split(' ').length - 1
  return findNames(text).map(({ condition, start, end }) => ({ condition, from: wordAt(start), to: wordAt(end) + 1 }))
})

const RELIEF = /^(help|reliev|improv|eas(e|es|ed|ing)$|relief)/

/** Whether a remedy helped is a finding of its own, where the evidence tells it. */
function findRelief(words: readonly string[], evidence: readonly Clause[]): Finding[] {
  const placesIn = (said: readonly string[]) => placesOf(said, (word) => RELIEF.test(word))
  if (evidence.every(({ words: said }) => placesIn(said).length === 0)) return []
  return placesIn(words).map((at) => ({ manners: statedAt(words, at), placesIn }))
}

/** What a note says of what may be or come: "return if", "possible", "as needed". */
const MAY_BE =
  /^(if|unless|when|should|return|call|come|seek|needed|prn|possibl[ey]|suspected|likely|probabl[ey]|concern|concerned|may|might|could|rule|vs|versus|watch|monitor)$/

function statedAt(words: readonly string[], at: number): Manner[] {
  const manners = mannersOf(words, at)
  return words.some((word) => MAY_BE.test(word)) ? [...manners, 'open'] : manners
}

const placesOf = (words: readonly string[], is: (word: string) => boolean) =>
  words.flatMap((word, at) => (is(word) ? [at] : []))

/** The clauses that name the finding and have most of the sentence's other words must have it in the same manner. */
function isCarried({ manners, placesIn }: Finding, words: readonly string[], evidence: readonly Clause[]): boolean {
  const named = evidence.map((clause) => ({ clause, places: placesIn(clause.words) }))
  if (!manners) return named.some(({ places }) => places.length > 0)
  const said = named.map(({ clause, places }) => ({
    clause,
    manners: [...new Set(places.flatMap((at) => mannersIn(clause, at, evidence)))],
  }))
  const closest = closestTo(
    words,
    said.filter((each) => each.manners.length > 0),
  )
  return closest.some((each) => each.manners.some((manner) => manners.includes(manner)))
}

/** What a question is about is as its answer says, and an open one says only what it was about. */
function mannersIn(clause: Clause, at: number, evidence: readonly Clause[]): Manner[] {
  const manners = mannersOf(clause.words, at)
  if (!clause.isQuestion) return manners
  if (clause.answer === undefined) return evidence.some(isCeased) ? ['ceased'] : []
  if (clause.answer === 'no') return ['denied']
  return ['affirmed', ...manners.filter((manner) => manner === 'unable' || manner === 'ceased')]
}

/** "Do you smoke? – I quit ten years ago." */
const isCeased = ({ words }: Clause) => saysCeased(words)
const saysCeased = once((words) => mannersOf([...words, ''], words.length).includes('ceased'))
