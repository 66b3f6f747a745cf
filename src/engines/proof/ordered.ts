import { isNegator, type PlainWord, plainWords, readWords } from '../../clinical/en/words.ts'
import { formatSpoken } from '../../clinical/formatting/format-words.ts'
import type { Statement } from '../../domain/note.ts'

/** A negation this close in front turns an order round: "don't take ibuprofen". */
const NEGATION_REACH = 3
/** Words that ask for consent, not for information: "we'll get an MRI, okay?" */
const TAG = /^(okay|ok|alright|right|yeah|good)$/

/**
 * True when an order's words were said in their order, by one voice after the other, with no negation left out between
 * them or right in front: its directions may stand in another sentence than its name. A question orders nothing.
 */
export function standsOrdered({ text, attributes }: Statement, cited: readonly string[]): boolean {
  const evidence = cited.flatMap((one) => readWords(formatSpoken(one)))
  const isSaid = (said: readonly string[]) =>
    evidence.some((word, start) => word.text === said[0] && matchesFrom(said, evidence, start))
  return ordersOf(plainWords(text), plainWords(attributes?.name ?? '').length).some(isSaid)
}

/** "Ibuprofen 2 tablets" may have been said as "2 tablets of ibuprofen". */
function ordersOf(printed: readonly string[], lengthOfName: number): string[][] {
  const [name, behind] = [printed.slice(0, lengthOfName), printed.slice(lengthOfName)]
  const places = Array.from({ length: behind.length + 1 }, (_, at) => at)
  return places.map((at) => [...behind.slice(0, at), ...name, ...behind.slice(at)])
}

function matchesFrom(said: readonly string[], evidence: readonly PlainWord[], start: number): boolean {
  if (isNegatedBefore(evidence, start) || isAsked(evidence, start)) return false
  let found = 0
  for (const { text } of evidence.slice(start)) {
    if (text === said[found]) found++
    else if (isNegator(text)) return false
    if (found === said.length) return true
  }
  return false
}

function isNegatedBefore(evidence: readonly PlainWord[], start: number): boolean {
  const before = evidence.slice(Math.max(0, start - NEGATION_REACH), start)
  const sentence = before.slice(before.findLastIndex(({ ends }) => ends) + 1)
  return sentence.some(({ text }) => isNegator(text))
}

function isAsked(evidence: readonly PlainWord[], start: number): boolean {
  const last = evidence.slice(start).find(({ ends }) => ends)
  return last?.ends === '?' && !TAG.test(last.text)
}
