import { type Prescription, readParts, type SigPart, sigAttributes } from '../../../../clinical/en/prescriptions.ts'
import type { Decision } from './decide.ts'
import type { Order } from './order.ts'
import { CHANGED, REFILLED, REFUSED } from './order-cues.ts'
import type { Clause } from './read-clauses.ts'

interface Directions {
  parts: SigPart[]
  evidence: string[]
}

/** How many clauses behind a medicine may still tell how to take it. */
const MOST_CLAUSES = 3

/** The medicines that a clause orders, with directions that the next clauses may give. */
export function findMedications(clauses: readonly Clause[], at: number, decision: Decision): Order[] {
  const clause = clauses[at] as Clause
  const { words, itemId, prescriptions } = clause
  const found = prescriptions.filter(
    (one) =>
      one.at >= decision.from &&
      !isRefused(words, intentOf(words, decision, one), one) &&
      !isNamedOnly(words, decision, one),
  )
  return found.map((prescription, index) => {
    const intent = intentOf(words, decision, prescription)
    const isLast = index === found.length - 1 && prescriptions.at(-1)?.at === prescription.at
    const later = isLast && intent !== 'stop' ? findDirections(prescription, clauses, at) : undefined
    const own = [prescription.drug, ...prescription.parts.map(({ text }) => text)].join(' ').split(' ')
    const steps = later ? [[...prescription.parts, ...later.parts]] : prescription.steps
    return {
      category: 'medication',
      name: prescription.drug,
      words: [
        ...(intent === 'stop' ? stopWords(words, prescription) : own),
        ...(later?.parts ?? []).map(({ text }) => text),
      ],
      evidence: [...new Set([itemId, ...(later?.evidence ?? [])])],
      clause: at,
      attributes: { drug: prescription.generic, ...sigAttributes({ steps }), intent },
    }
  })
}

/** "Let's stop it and try losartan", "drop the ramipril to five and stop the spironolactone": each has a verb of its own. */
function intentOf(words: readonly string[], { intent }: Decision, { at }: Prescription): Decision['intent'] {
  if (intent !== 'stop') return intent
  const stop = words.slice(0, at).findLastIndex((word) => STOPS.test(word))
  if (stop < 0) return CHANGED.test(words.slice(0, at).join(' ')) ? 'change' : 'start'
  return BEGINS.test(words.slice(stop, at).join(' ')) ? 'start' : intent
}
const STOPS = /^(?:stop|stopping|discontinue|hold|off|quit)$/
const BEGINS =
  /\b(?:and|then|but|instead)\b.*\b(?:try|start|starting|use|take|give|put|switch|change|begin|have|prescribe|replace)\b/

const isRefused = (words: readonly string[], intent: Decision['intent'], { at }: Prescription) =>
  intent !== 'stop' && words.slice(Math.max(0, at - 7), at).some((word) => REFUSED.test(word))

/** In front of a medicine: it goes on, another takes its place, or it only tells of what kind another is. */
const KEPT =
  /\b(?:continu\w+|keep|stay(?:ing)?|maintain|remain|carry on|adjustments? to)\b(?!.*\b(?:start|prescrib\w+|add|order|increase|give|refill|renew|switch|get|take)\b)/
const REPLACED =
  /\b(?:instead of|in place of|rather than|replac\w+|switch\w* (?:you )?from|off(?: of)?|cousin of|similar to|stronger than|related to|combination of|allerg\w+ to)(?: (?:the|your|that|any))?$/

function isNamedOnly(words: readonly string[], { intent, from }: Decision, { at }: Prescription): boolean {
  const before = words.slice(from, at).join(' ')
  if (REPLACED.test(words.slice(0, at).join(' '))) return intent !== 'stop'
  return KEPT.test(before) && !REFILLED.test(words.slice(0, at).join(' '))
}

/** "Stop ibuprofen": without its verb it would say the opposite. */
function stopWords(words: readonly string[], { at, drug }: Prescription): string[] {
  const verb = words.slice(0, at).findLast((word) => STOPS.test(word))
  return [...(verb ? [verb] : []), ...drug.split(' ')]
}

/** "We'll start meloxicam. It's 15 milligrams. You take it once a day." */
function findDirections({ parts }: Prescription, clauses: readonly Clause[], at: number): Directions | undefined {
  const found: Directions = { parts: [], evidence: [] }
  const names = new Set(parts.map(({ name }) => name))
  for (const { words, speaker, itemId, prescriptions } of clauses.slice(at + 1, at + 1 + MOST_CLAUSES)) {
    if (prescriptions.length > 0) break
    const fresh = speaker === 'patient' ? [] : directionsIn(words).filter(({ name }) => !names.has(name))
    if (!fresh.some(({ name }) => name === 'dose' || name === 'frequency' || name === 'as_needed')) continue
    for (const { name } of fresh) names.add(name)
    found.parts.push(...fresh)
    found.evidence.push(itemId)
  }
  return found.parts.length > 0 ? found : undefined
}

function directionsIn(words: readonly string[]): SigPart[] {
  const start = words.findIndex((_, at) => opens(words, at))
  return start < 0 ? [] : readParts(words, start, words.length)
}

/** Directions are not looked for behind times of other things ("see you in two weeks"). */
const opens = (words: readonly string[], from: number) => {
  const [first] = readParts(words, from, Math.min(words.length, from + 8))
  return first !== undefined && first.start === from && first.name !== 'duration' && first.name !== 'route'
}
