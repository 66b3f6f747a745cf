import { formatSteps } from '../../domain/dosage-steps.ts'
import { formatSpoken } from '../formatting/format-words.ts'
import { genericOf, isMedicineName } from './medicines.ts'
import { readBareNumber, readFormerDose, readSigPart, type SigPartName } from './sig-parts.ts'
import { isFiller, isNumber } from './words.ts'

/** A medicine with its directions, as places in a row of plain words; `end` is behind the last word. */
export interface Prescription {
  /** As it was said. */
  drug: string
  /** The generic name of a brand. */
  generic: string
  /** Where the name stands. */
  at: number
  start: number
  end: number
  /** All directions in the order in which they were said. */
  parts: SigPart[]
  /** The same by steps: of "40 mg for 5 days, then 20 mg" each dose with what belongs to it. One where the dose stays. */
  steps: SigPart[][]
}

export interface SigPart {
  name: SigPartName
  text: string
  start: number
  end: number
}

/** Words that may stand between a medicine and its directions, or inside them. */
const BRIDGES = new Set(
  'of the you your to that it take is at a an and on me we will just about like maybe i gon na okay be use dose this these them or up down course total now then by in from followed after no sorry actually'.split(
    ' ',
  ),
)
const MOST_BRIDGED = 4
const REACH_BEFORE = 9

/** Medicines that are named by a phrase, since their first word is an ordinary one. */
const PHRASES =
  /^(?:vitamin (?:a|b\d*|b[ -]?12|c|d\d?|e|k)|folic acid|tranexamic acid|(?:iron|calcium|magnesium|zinc|fiber|fibre|potassium|vitamin [a-z]\d*) (?:supplements?|tablets?|pills?)|nicotine (?:patch(?:es)?|gum)|birth control(?: pills?)?|oral (?:steroids?|contraceptives?|rehydration salts?)|milk of magnesia|z[ -]pa(?:c?k)|stool softeners?|benzoyl peroxide|cough syrup|eye drops|steroid (?:cream|ointment)s?|emollients?|moisturi[sz]ers?|adrenaline pens?|pain ?killers?|magnesium sulfate|ferrous sulfate|ferrous sulphate|potassium chloride|anti[ -]?inflammator(?:y|ies)(?: medications?)?)(?![\w-])/

/** What the words prescribe or tell to be taken: each medicine with the directions beside it. */
export function readPrescriptions(words: readonly string[]): Prescription[] {
  const names = words.flatMap((_, at) => nameAt(words, at) ?? []).filter(isFirstName)
  return names.map((name, index) => readDirections(words, name, names[index - 1]?.end ?? 0, names[index + 1]?.at))
}

interface Name {
  at: number
  end: number
}

function nameAt(words: readonly string[], at: number): Name | undefined {
  const phrase = PHRASES.exec(words.slice(at, at + 4).join(' '))?.[0]
  if (phrase !== undefined) return { at, end: at + phrase.split(' ').length }
  return isMedicineName(words[at] ?? '') ? { at, end: at + 1 } : undefined
}

/** "Benzoyl peroxide" and "steroid cream" are named once. */
const isFirstName = (name: Name, index: number, all: readonly Name[]) =>
  index === 0 || name.at >= (all[index - 1]?.end ?? 0)

function readDirections(
  words: readonly string[],
  { at, end }: Name,
  before: number,
  next = words.length,
): Prescription {
  const ahead = readBefore(words, at, before)
  const behind = readBehind(words, end, next)
  const parts = [...ahead, ...behind]
  const steps = toSteps(words, parts)
  return {
    drug: words.slice(at, end).join(' '),
    generic: genericOf(words.slice(at, end).join(' ')),
    at,
    start: Math.min(at, ...parts.map(({ start }) => start)),
    end: Math.max(end, ...parts.map((part) => part.end)),
    parts: steps.flat(),
    steps,
  }
}

/** "Two puffs of albuterol", "500 milligrams of metformin". */
function readBefore(words: readonly string[], at: number, least: number): SigPart[] {
  for (let start = Math.max(least, at - REACH_BEFORE); start < at; start++) {
    const parts = readParts(words, start, at)
    const last = parts.at(-1)
    const isDose = last && parts[0]?.start === start && /^(dose|form|route|duration)$/.test(last.name)
    if (isDose && words.slice(last.end, at).every((word) => /^(of|the|your|oral|low)$/.test(word))) return parts
  }
  return []
}

/** Directions behind the name: "lisinopril to twenty milligrams once a day", "metformin five hundred twice a day". */
function readBehind(words: readonly string[], start: number, end: number): SigPart[] {
  const from = words.findIndex((word, at) => at >= start && !/^(to|at|of)$/.test(word))
  const taken =
    from < 0 || from >= end || readSigPart(words.slice(0, end), from) ? 0 : readBareNumber(words.slice(from, end))
  if (taken === 0) return readParts(words, start, end)
  return [part('dose', words, from, from + taken), ...readParts(words, from + taken, end)]
}

const part = (name: SigPartName, words: readonly string[], start: number, end: number): SigPart => ({
  ...{ name, start, end, text: words.slice(start, end).join(' ') },
})

/** The parts one after the other, with few words between; a dose that was, "from 20 milligrams to", gives way. */
export function readParts(words: readonly string[], start: number, end: number): SigPart[] {
  const parts: SigPart[] = []
  let bridged = 0
  for (let at = start; at < end && bridged <= MOST_BRIDGED; ) {
    const found = readSigPart(words.slice(0, end), at) ?? readNextDose(words.slice(0, end), at, parts)
    if (found) {
      parts.push(part(found.name, words, at, at + found.taken))
      at += found.taken
      bridged = 0
    } else {
      const former = readFormerDose(words.slice(at, Math.min(end, at + REACH_BEFORE)))
      if (former === 0 && !isBridge(words[at] ?? '')) break
      at += Math.max(1, former)
      bridged++
    }
  }
  return parts
}

/** "500 milligrams in the morning and 1000 at night": the unit goes without saying. */
function readNextDose(
  words: readonly string[],
  at: number,
  parts: readonly SigPart[],
): { name: SigPartName; taken: number } | undefined {
  if (!JOINS.test(words[at - 1] ?? '') || !parts.some(({ name }) => name === 'dose')) return undefined
  const taken = readBareNumber(words.slice(at))
  return taken > 0 && readSigPart(words, at + taken) ? { name: 'dose', taken } : undefined
}

const isBridge = (word: string) => isFiller(word) || BRIDGES.has(word)

const JOINS = /^(?:and|then|followed)$/
const CORRECTS = /\b(?:no|sorry|actually|rather|i mean|make that|wait)\b/

/**
 * The directions by steps. A dose begins a new step where the one before it has directions of its own or a joining word
 * stands between; right behind it, it takes its place: "five hundred, five hundred milligrams". "Half a pill of 5
 * milligrams" is one dose told twice.
 */
function toSteps(words: readonly string[], parts: readonly SigPart[]): SigPart[][] {
  const steps: SigPart[][] = [[]]
  for (const [at, found] of parts.entries()) {
    const step = steps.at(-1) as SigPart[]
    const last = step.at(-1)
    const between = last ? words.slice(last.end, found.start).join(' ') : ''
    const same = step.findIndex(
      ({ name, text }) => name === found.name && (name !== 'dose' || isSameUnit(text, found.text)),
    )
    const isJoined = between.split(' ').some((word) => JOINS.test(word))
    if (same < 0) step.push(found)
    else if (CORRECTS.test(between)) step.splice(same, 1, found)
    else if (found.name === 'dose' && (step.length > same + 1 || isJoined || step[same - 1]?.name === 'frequency'))
      steps.push([found])
    else if (found.name === 'dose') step.splice(same, 1, found)
    else if (found.name === 'frequency' && isJoined && parts[at + 1]?.name === 'dose') steps.push([found])
    else if (!step.some(({ name, text }) => name === found.name && text === found.text)) step.push(found)
  }
  return steps
}

/** A number alone is of the unit that follows: "five hundred, five hundred milligrams". */
const isSameUnit = (earlier: string, later: string) =>
  unitOf(earlier) === unitOf(later) || isNumber(unitOf(earlier)) || isNumber(unitOf(later))

const unitOf = (text: string) => (text.split(' ').at(-1) ?? '').replace(/s$/, '').replace(/^\d[\d.,]*(?=[a-z])/, '')

/** The directions of a step as attributes, numbers in digits; empty for what was not said. */
function stepAttributes(parts: readonly SigPart[]): Record<string, string> {
  const said: Record<string, string> = {}
  for (const { name, text } of parts) {
    const printed = formatSpoken(text)
    said[name] = said[name] ? `${said[name]}, ${printed}` : printed
  }
  const { as_needed, ...rest } = said
  return as_needed === undefined ? rest : { ...rest, as_needed: 'true' }
}

/**
 * The directions as attributes of a statement. Of several steps each attribute tells all, "40 mg, then 20 mg", and
 * `steps` has them one by one.
 */
export function sigAttributes({ steps }: Pick<Prescription, 'steps'>): Record<string, string> {
  const each = steps.map(stepAttributes)
  if (each.length < 2) return each[0] ?? {}
  const names = [...new Set(each.flatMap((step) => Object.keys(step)))]
  const joined = names.map((name) => {
    const values = each.flatMap((step) => step[name] ?? [])
    return [name, name === 'as_needed' ? 'true' : [...new Set(values)].join(', then ')] as const
  })
  return { ...Object.fromEntries(joined), steps: formatSteps(each) }
}

/** "Ibuprofen 2 tablets every 8 hours": the name, then its directions in the order of a prescription, step by step. */
export function formatMedicine({ drug, steps }: Pick<Prescription, 'drug' | 'steps'>): string {
  const told = steps.map((step) => formatStep(stepAttributes(step))).join(', then ')
  return told === '' ? drug : `${drug} ${told}`
}

function formatStep({ dose, form, route, frequency, duration, as_needed }: Record<string, string>): string {
  const needed = as_needed === 'true' ? 'as needed' : undefined
  return [dose, form, route, frequency, needed, duration].filter(Boolean).join(' ')
}
