import { CANCERS } from './conditions/cancers.ts'
import type { ConditionRow } from './conditions/condition-row.ts'
import { LASTING } from './conditions/lasting.ts'
import { PASSING } from './conditions/passing.ts'
import { SIDED } from './conditions/sided.ts'
import { SYMPTOMS } from './conditions/symptoms.ts'
import { detectorOf, type NameOf } from './names.ts'

/** A condition of ICD-10-CM. */
export interface Condition {
  code: string
  /** The description in the code set. */
  display: string
  /** The words by which people name it, as the inside of a pattern. */
  spoken: string
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
  ...CANCERS.map((row) => conditionOf(row, 'passing')),
  ...SIDED.map((row) => conditionOf(row, sortOf(row))),
]

/** Of what has a side pains, lumps and what is heard wrongly are complaints; wear stays, an injury passes. */
function sortOf([code]: ConditionRow): Condition['sort'] {
  if (/^(?:M25\.5|M79|H57\.1|H9[123]|N63)/.test(code)) return 'symptom'
  return /^(?:M1|M2[0-2]|I65|L97)/.test(code) ? 'lasting' : 'passing'
}

function conditionOf([code, display, spoken]: ConditionRow, sort: Condition['sort']): Condition {
  return { code, display, spoken, sort }
}

/** Names with such a condition in them that are something else. */
const OTHER_NAMES =
  'diabetes insipidus|(?:portal|ocular|intracranial|white coat) hypertension|pulmonary (?:o)?edema|st depression|' +
  'respiratory depression|rheumatic fever|heat stroke|(?:septic|juvenile|reactive) arthritis|' +
  '(?:vesicoureteral|hepatojugular) reflux|anaphylactic reaction|cold (?:sores?|sweats?)|breast cancer (?:screening|gene)'

export const findCondition = (code: string) => CONDITIONS.find((condition) => condition.code === code)

export type Name = NameOf<Condition>

/** The conditions that are named in a sentence of plain words. */
export const findNames: (said: string) => Name[] = detectorOf(CONDITIONS, OTHER_NAMES)
