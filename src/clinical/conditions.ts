import type { ConditionRow } from './conditions/condition-row.ts'
import { LASTING } from './conditions/lasting.ts'
import { PASSING } from './conditions/passing.ts'
import { SYMPTOMS } from './conditions/symptoms.ts'
import { findLongest, type NameOf, wholeWords } from './names.ts'

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

/** Names with such a condition in them that are something else. */
const OTHER_NAMES = wholeWords(
  'diabetes insipidus|(?:pulmonary|portal|ocular|intracranial|white coat) hypertension|pulmonary (?:o)?edema|' +
    'st depression|respiratory depression|scarlet fever|rheumatic fever|heat stroke|stomach flu|latent (?:tb|tuberculosis)',
)

export const findCondition = (code: string) => CONDITIONS.find((condition) => condition.code === code)

export type Name = NameOf<Condition>

/** The conditions that are named in a sentence of plain words. */
export const findNames = (said: string): Name[] => findLongest(said, CONDITIONS, OTHER_NAMES)
