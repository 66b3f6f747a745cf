import { findNames } from '../../../clinical/conditions.ts'
import { genericOf } from '../../../clinical/medicines.ts'
import { synonymsOf } from '../../../clinical/synonyms.ts'
import { isClinical } from '../../../clinical/terms.ts'
import { isNegator, isNumber, plainWords, readSentences } from '../../../clinical/words.ts'
import type { Clause } from './clauses.ts'
import { type Manner, mannersOf } from './manners.ts'

/** Endings that change with the sentence: "headaches", "coughing", "takes". */
const stem = (word: string) => word.replace(/('s|ing|ed|es|s)$/, '').replace(/(?<=.{3})[ey]$/, '')

/** A clinical word or the name of a condition in a statement. */
interface Finding {
  manners: Manner[]
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
      return findings.length > 0 ? findings.every((finding) => isCarried(finding, decided)) : isAlike(words, evidence)
    })
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

function findWords(words: readonly string[]): Finding[] {
  return words.flatMap((word, at) => {
    if (!isClinical(word) || isNegator(word)) return []
    const stems = new Set([...synonymsOf(word), genericOf(word)].map(stem))
    const isNamed = (each: string) => stems.has(stem(each)) || stems.has(stem(genericOf(each)))
    return [{ manners: statedAt(words, at), placesIn: (said) => placesOf(said, isNamed) }]
  })
}

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

function namesIn(words: readonly string[]) {
  const text = words.join(' ')
  const wordAt = (offset: number) => text.slice(0, offset).split(' ').length - 1
  return findNames(text).map(({ condition, start, end }) => ({ condition, from: wordAt(start), to: wordAt(end) + 1 }))
}

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

function isCarried({ manners, placesIn }: Finding, evidence: readonly Clause[]): boolean {
  return evidence.some((clause) =>
    placesIn(clause.words).some((at) => mannersIn(clause, at, evidence).some((manner) => manners.includes(manner))),
  )
}

/** What a question is about is as its answer says, and an open one says only what it was about. */
function mannersIn(clause: Clause, at: number, evidence: readonly Clause[]): Manner[] {
  const manners = mannersOf(clause.words, at)
  if (!clause.isQuestion) return manners
  if (clause.answer === undefined) return evidence.some(isCeased) ? ['ceased'] : []
  return clause.answer === 'no' ? ['denied'] : manners.map((manner) => (manner === 'denied' ? 'affirmed' : manner))
}

/** "Do you smoke? – I quit ten years ago." */
const isCeased = ({ words }: Clause) => mannersOf([...words, ''], words.length).includes('ceased')

const SMALL = new Set(
  (
    'the a an and or of to in on at for with by is are was were be been has have had does do did he she they his her ' +
    'their him them it its this that these those patient reports denies states says as from about any will would i you my your'
  ).split(' '),
)

/** Where nothing clinical is named, the clause that shares most words must be turned the same way. */
function isAlike(words: readonly string[], evidence: readonly Clause[]): boolean {
  const telling = words.filter((word) => !SMALL.has(word) && !isNumber(word))
  const wanted = new Set((telling.length > 0 ? telling : words).map(stem))
  const scored = evidence.map((each) => ({ each, shared: each.words.filter((word) => wanted.has(stem(word))).length }))
  const most = Math.max(...scored.map(({ shared }) => shared))
  const isTurned = words.some(isNegator)
  return (
    (most > 0 || words.some(isNumber)) &&
    scored.some(({ each, shared }) => shared === most && turnedOf(each).includes(isTurned))
  )
}

function turnedOf({ words, isQuestion, answer }: Clause): boolean[] {
  const isTurned = words.some(isNegator)
  if (!isQuestion) return [isTurned]
  return answer === undefined ? [] : [answer === 'no']
}
