import { printNumbers } from '../../../clinical/print-numbers.ts'
import { synonymsOf } from '../../../clinical/synonyms.ts'
import { isClinical, isMedicine } from '../../../clinical/terms.ts'
import { isNegator, isNumber, plainWords, readSentences } from '../../../clinical/words.ts'
import { type Clause, isDenied, readClauses } from './clauses.ts'

/**
 * True when a statement in other words says no more than its evidence: every number, medicine, side of the body and
 * clinical word of it was said, and each of them is denied in the statement only if it was denied there, and affirmed
 * only if it was affirmed. What was only asked counts with its answer.
 */
export function follows(text: string, cited: readonly string[]): boolean {
  const clauses = readClauses(cited)
  if (clauses.length > 0 && clauses.every(({ isQuestion, answer }) => isQuestion && answer === undefined)) return false
  return hasNumbers(text, cited) && hasNames(text, cited) && keepsPolarity(text, clauses)
}

/** Numbers in digits, as a note prints them. */
function numbersOf(text: string): string[] {
  const printed = plainWords(printNumbers(text)).filter((word) => /\d/.test(word))
  return printed.flatMap((word) => word.match(/\d+(?:[.,]\d+)*/g) ?? []).map((digits) => digits.replaceAll(',', ''))
}

function hasNumbers(text: string, cited: readonly string[]): boolean {
  const said = new Set([...cited, cited.join(' ')].flatMap(numbersOf))
  const words = new Set(cited.flatMap(plainWords))
  const isSaid = (word: string) => words.has(word) || /^(one|second|half|quarter|once|twice|first)$/.test(word)
  return (
    numbersOf(text).every((digits) => said.has(digits)) &&
    plainWords(printNumbers(text))
      .filter((word) => isNumber(word) && !/\d/.test(word))
      .every(isSaid)
  )
}

const SIDES = /^(left|right|bilateral|bilaterally|both)$/

/** Medicines and sides stand as they were said; "both" and "bilateral" are one. */
function hasNames(text: string, cited: readonly string[]): boolean {
  const said = new Set(cited.flatMap(plainWords).map(sideOf))
  return plainWords(text)
    .map(sideOf)
    .every((word) => !(isMedicine(word) || SIDES.test(word)) || said.has(word))
}

const sideOf = (word: string) => (/^(both|bilaterally)$/.test(word) ? 'bilateral' : word)

/** Endings that change with the sentence: "headaches", "coughing", "takes". */
const stem = (word: string) => word.replace(/('s|ing|ed|es|s)$/, '').replace(/(?<=.{3})[ey]$/, '')

interface Finding {
  stems: string[]
  isDenied: boolean
}

function keepsPolarity(text: string, evidence: readonly Clause[]): boolean {
  const stated = readSentences(text).map((sentence) => ({ words: plainWords(sentence), isQuestion: false }))
  return stated.every((clause) => {
    const findings = clause.words.flatMap((word, at): Finding[] =>
      isClinical(word) && !isNegator(word)
        ? [{ stems: synonymsOf(word).map(stem), isDenied: isDenied(clause, at) }]
        : [],
    )
    return findings.length > 0 ? findings.every((finding) => isCarried(finding, evidence)) : isAlike(clause, evidence)
  })
}

/** True when some clause of the evidence has the finding, denied or affirmed as it is here. */
function isCarried({ stems, isDenied: isWanted }: Finding, evidence: readonly Clause[]): boolean {
  return evidence.some((clause) =>
    clause.words.some((word, at) => {
      if (!stems.includes(stem(word))) return false
      const denied = isDenied(clause, at)
      if (!clause.isQuestion) return denied === isWanted
      return clause.answer !== undefined && (clause.answer === 'no') === isWanted
    }),
  )
}

/** Where nothing clinical is named, the clause that shares most words must be turned the same way. */
function isAlike(clause: Clause, evidence: readonly Clause[]): boolean {
  const wanted = new Set(clause.words.map(stem))
  const scored = evidence.map((each) => ({ each, shared: each.words.filter((word) => wanted.has(stem(word))).length }))
  const most = Math.max(0, ...scored.map(({ shared }) => shared))
  const isTurned = clause.words.some(isNegator)
  return scored.some(({ each, shared }) => shared === most && turnedOf(each).includes(isTurned))
}

function turnedOf({ words, isQuestion, answer }: Clause): boolean[] {
  const isTurned = words.some(isNegator)
  if (!isQuestion) return [isTurned]
  return answer === undefined ? [] : [answer === 'no']
}
