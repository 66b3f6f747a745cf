import type { Dosage, Quantity, Timing, TimingRepeat } from '@medplum/fhirtypes'
import { type DosageStep, readSteps } from '../../domain/dosage-steps.ts'
import { SYSTEMS } from './systems.ts'

/** Units of doses as they are said, in UCUM (ucum.org, with the annotations that FHIR's examples use). */
const UNITS: [says: RegExp, code: string][] = [
  [/^(mg|milligrams?)$/, 'mg'],
  [/^(g|grams?)$/, 'g'],
  [/^(mcg|µg|μg|ug|micrograms?)$/, 'ug'],
  [/^(ml|millilit(er|re)s?)$/, 'mL'],
  [/^(units?|iu)$/, '[iU]'],
  [/^(tablets?|tabs?|pills?)$/, '{tbl}'],
  [/^capsules?$/, '{capsule}'],
  [/^puffs?$/, '{puff}'],
  [/^drops?$/, '[drp]'],
  [/^(%|percent)$/, '%'],
]

/** `500 mg` as a quantity; undefined for what is no single number with a known unit. */
function readDose(dose: string): Quantity | undefined {
  const [, number = '', unit = ''] = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*([a-zµμ%]+)$/i.exec(dose.trim()) ?? []
  const [, code] = UNITS.find(([says]) => says.test(unit.toLowerCase())) ?? []
  return code ? { value: Number(number.replaceAll(',', '')), unit, system: SYSTEMS.ucum, code } : undefined
}

const COUNTS: Record<string, number> = { one: 1, once: 1, two: 2, twice: 2, three: 3, four: 4, five: 5, six: 6 }
const countOf = (word: string) => COUNTS[word] ?? Number(word)
const COUNT = `(\\d{1,2}|${Object.keys(COUNTS).join('|')})`
const PERIODS = { hour: 'h', day: 'd', week: 'wk', month: 'mo' } as const
type PeriodName = keyof typeof PERIODS

/** Latin abbreviations of prescriptions, as times a day (FHIR's v3-GTSAbbreviation and NCPDP's common ones). */
const TIMES_A_DAY: [says: RegExp, times: number][] = [
  [/^(daily|nightly|qd|od|qhs|at bedtime|at night|in the morning|every (day|night|morning|evening))$/, 1],
  [/^(bid|bd)$/, 2],
  [/^(tid|tds)$/, 3],
  [/^(qid|qds)$/, 4],
]
const TIMES = new RegExp(`^${COUNT}(?: times)? (?:(?:a|per|every|each) (day|week|month)|(dai|week|month)ly)$`)
const EVERY = new RegExp(`^every (?:${COUNT} )?(hour|day|week|month)s?$`)

function readRepeat(frequency: string): TimingRepeat | undefined {
  const [, perDay] = TIMES_A_DAY.find(([says]) => says.test(frequency)) ?? []
  if (perDay) return { frequency: perDay, period: 1, periodUnit: 'd' }
  const [, times, period, ly] = TIMES.exec(frequency) ?? []
  const name = (period ?? (ly === 'dai' ? 'day' : ly)) as PeriodName | undefined
  if (times && name) return { frequency: countOf(times), period: 1, periodUnit: PERIODS[name] }
  const [, every = '1', unit] = EVERY.exec(frequency) ?? []
  return unit ? { frequency: 1, period: countOf(every), periodUnit: PERIODS[unit as PeriodName] } : undefined
}

/** `7 days` as the bounds of a course. */
function readBounds(duration: string): TimingRepeat | undefined {
  const [, count, unit] = new RegExp(`^(?:for )?${COUNT} (hour|day|week|month)s?$`).exec(duration) ?? []
  if (!count || !unit) return undefined
  const code = PERIODS[unit as PeriodName]
  return { boundsDuration: { value: countOf(count), unit, system: SYSTEMS.ucum, code } }
}

const tidy = (words = '') => words.toLowerCase().replace(/[.,]/g, '').replaceAll('-', ' ').replace(/\s+/g, ' ').trim()

/** Frequency and duration as they were said, and counted where they are of a common form. */
export function readTiming(frequency?: string, duration?: string): Timing | undefined {
  const text = [frequency, duration].filter(Boolean).join(', ')
  if (text === '') return undefined
  const repeat = { ...readBounds(tidy(duration)), ...readRepeat(tidy(frequency)) }
  return { ...(Object.keys(repeat).length > 0 && { repeat }), code: { text } }
}

/**
 * The dosages of a medicine from its statement's attributes, in their sequence where they are several: of "40 mg for 5
 * days, then 20 mg" each step. A dose is counted only where every step has one; empty when none was said.
 */
export function readDosages(attributes: Record<string, string>): Dosage[] {
  const steps = readSteps(attributes).flatMap((step) => readDosage(step) ?? [])
  if (steps.length < 2) return steps
  const isCounted = steps.every(({ doseAndRate }) => doseAndRate)
  const isOneDay = steps.every(({ timing }) => OF_DAY.test(timing?.code?.text ?? ''))
  return steps.map(({ doseAndRate, ...step }, at) => ({
    // What is taken at several times of one day goes on side by side and has one place in the sequence.
    sequence: isOneDay ? 1 : at + 1,
    ...step,
    ...(isCounted && doseAndRate && { doseAndRate }),
  }))
}

const OF_DAY =
  /^(?:in the (?:morning|afternoon|evening)|at (?:night|bedtime|lunchtime)|(?:with|before|after) (?:breakfast|lunch|dinner)|every (?:morning|evening|night))$/

function readDosage({ dose, form, route, frequency, duration, as_needed }: DosageStep): Dosage | undefined {
  const text = [dose, form, route, frequency, duration].filter(Boolean).join(', ')
  const isAsNeeded = as_needed === 'true'
  if (text === '' && !isAsNeeded) return undefined
  const timing = readTiming(frequency, duration)
  const doseQuantity = dose && readDose(dose)
  return {
    text: [text, isAsNeeded && 'as needed'].filter(Boolean).join(', '),
    ...(timing && { timing }),
    ...(isAsNeeded && { asNeededBoolean: true }),
    ...(route && { route: { text: route } }),
    ...(doseQuantity && { doseAndRate: [{ doseQuantity }] }),
  }
}
