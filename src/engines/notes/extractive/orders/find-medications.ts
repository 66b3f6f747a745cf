import {
  type Prescription,
  readParts,
  readPrescriptions,
  type SigPart,
  sigAttributes,
} from '../../../../clinical/prescriptions.ts'
import type { Decision } from './decide.ts'
import type { Order } from './order.ts'
import { REFUSED } from './order-cues.ts'
import type { Clause } from './read-clauses.ts'

/** The medicines that a clause orders, with directions that the next clauses may give. */
export function findMedications(clauses: readonly Clause[], at: number, decision: Decision): Order[] {
  const clause = clauses[at] as Clause
  const { words, itemId } = clause
  const found = readPrescriptions(words).filter((one) => one.at >= decision.from && !isRefused(words, decision, one))
  return found.map((prescription, index) => {
    const isLast = index === found.length - 1 && readPrescriptions(words).at(-1)?.at === prescription.at
    const later = isLast && decision.intent !== 'stop' ? findDirections(prescription, clauses, at) : undefined
    const own = wordsOf(words, prescription)
    const parts = [...prescription.parts, ...(later?.parts ?? [])]
    return {
      category: 'medication',
      name: prescription.drug,
      words: [
        ...(decision.intent === 'stop' ? stopWords(words, prescription) : own),
        ...(later?.parts ?? []).map(({ text }) => text),
      ],
      isWhole: later === undefined && own.length === prescription.end - prescription.start,
      evidence: later ? [...new Set([itemId, later.itemId])] : [itemId],
      clause: at,
      attributes: { drug: prescription.generic, ...sigAttributes({ parts }), intent: decision.intent },
    }
  })
}

const isRefused = (words: readonly string[], { intent }: Decision, { at }: Prescription) =>
  intent !== 'stop' && words.slice(Math.max(0, at - 7), at).some((word) => REFUSED.test(word))

/** The name and its directions, without what stands between. */
function wordsOf(words: readonly string[], { at, drug, parts, start, end }: Prescription): string[] {
  const inside = (place: number) =>
    (place >= at && place < at + drug.split(' ').length) ||
    parts.some((part) => place >= part.start && place < part.end)
  return words.slice(start, end).filter((_, offset) => inside(start + offset))
}

/** "Stop the ibuprofen": without its verb it would say the opposite. */
function stopWords(words: readonly string[], { at, end }: Prescription): string[] {
  const verb = words.slice(0, at).findLastIndex((word) => /^(stop|stopping|discontinue|hold|off|quit)$/.test(word))
  return words.slice(verb < 0 ? at : verb, end)
}

/** "We'll start meloxicam. You take 15 milligrams once a day." */
function findDirections(
  { parts }: Prescription,
  clauses: readonly Clause[],
  at: number,
): { parts: SigPart[]; itemId: string } | undefined {
  for (const clause of clauses.slice(at + 1, at + 4)) {
    if (clause.speaker === 'patient') continue
    if (readPrescriptions(clause.words).length > 0) return undefined
    const said = clause.words.findIndex((_, from) => opens(clause.words, from))
    const more = said < 0 ? [] : readParts(clause.words, said, clause.words.length)
    const fresh = more.filter(({ name }) => !parts.some((part) => part.name === name))
    if (fresh.some(({ name }) => name === 'dose' || name === 'frequency' || name === 'as_needed'))
      return { parts: fresh, itemId: clause.itemId }
  }
  return undefined
}

/** Directions are not looked for behind times of other things ("see you in two weeks"). */
const opens = (words: readonly string[], from: number) => {
  const [first] = readParts(words, from, Math.min(words.length, from + 8))
  return first !== undefined && first.start === from && first.name !== 'duration' && first.name !== 'route'
}
