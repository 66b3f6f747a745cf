import type { ConditionRow } from './conditions/condition-row.ts'
import { LASTING } from './conditions/lasting.ts'
import { PASSING } from './conditions/passing.ts'
import { SYMPTOMS } from './conditions/symptoms.ts'

/** A condition of ICD-10-CM with the words by which people name it. */
export interface Condition {
  code: string
  /** The description in the code set. */
  display: string
  spoken: RegExp
  sort: 'lasting' | 'passing' | 'symptom'
}

/**
 * Common conditions of primary care, in Africa too. Codes and descriptions are those of ICD-10-CM, fiscal year 2026
 * (CDC and NCHS, public domain, https://www.cdc.gov/nchs/icd/icd-10-cm). No order: the longest name counts.
 */
export const CONDITIONS: readonly Condition[] = [
  ...LASTING.map((row) => conditionOf(row, 'lasting')),
  ...PASSING.map((row) => conditionOf(row, 'passing')),
  ...SYMPTOMS.map((row) => conditionOf(row, 'symptom')),
]

function conditionOf([code, display, spoken]: ConditionRow, sort: Condition['sort']): Condition {
  return { code, display, spoken: wholeWords(spoken), sort }
}

function wholeWords(spoken: string): RegExp {
  return new RegExp(`(?<![\\w-])(?:${spoken})(?![\\w-])`, 'g')
}

/** Names with such a condition in them that are something else. */
const OTHER_NAMES = wholeWords(
  'diabetes insipidus|(?:pulmonary|portal|ocular|intracranial|white coat) hypertension|pulmonary (?:o)?edema|' +
    'st depression|respiratory depression|scarlet fever|rheumatic fever|heat stroke|stomach flu|latent (?:tb|tuberculosis)',
)

export const findCondition = (code: string) => CONDITIONS.find((condition) => condition.code === code)

/** A condition where it is named in a sentence of plain words. */
export interface Name {
  condition: Condition
  start: number
  end: number
}

/** The conditions that are named, the longest names first to be read: "whooping cough" is no cough. */
export function findNames(said: string): Name[] {
  const found = CONDITIONS.flatMap((condition) =>
    [...said.matchAll(condition.spoken)].map((match) => nameOf(condition, match)),
  )
  const others = [...said.matchAll(OTHER_NAMES)].map((match) => nameOf(undefined, match))
  const longest = [...found, ...others].toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const kept: typeof longest = []
  for (const name of longest) if (!kept.some(({ start, end }) => name.start < end && start < name.end)) kept.push(name)
  return kept.flatMap(({ condition, ...place }) => (condition ? [{ condition, ...place }] : [])).toSorted(inOrder)
}

const inOrder = (a: Name, b: Name) => a.start - b.start

function nameOf<Named>(condition: Named, match: RegExpExecArray): { condition: Named; start: number; end: number } {
  return { condition, start: match.index, end: match.index + match[0].length }
}
