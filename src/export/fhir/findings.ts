import type { Note, Statement } from '../../domain/note.ts'
import { conditionsOf, familyOf } from './conditions.ts'
import { type Finding, isSaid, type Setting } from './finding.ts'
import { allergyOf, medicationOf } from './medications.ts'
import { observationsOf } from './observations.ts'
import { orderOf } from './orders.ts'

/** The documents whose statements become resources. */
export const STRUCTURED_KINDS = ['normalized_data', 'icd_codes', 'entity_list', 'orders'] as const
type StructuredKind = (typeof STRUCTURED_KINDS)[number]

/** A section of the composition: its title and its LOINC code, of those in FHIR's value set for document sections. */
interface Group {
  title: string
  loinc: string
  find(read: Read, setting: Setting): Finding[]
}

type Read = (kind: StructuredKind, section?: string) => Statement[]

const GROUPS: Group[] = [
  {
    title: 'Conditions',
    loinc: '11450-4',
    find: (read, setting) =>
      conditionsOf(
        [
          ...read('normalized_data', 'conditions'),
          // A code for having had something tells again what normalized data tells of the condition itself.
          ...read('icd_codes').filter(({ attributes }) => attributes?.clinical_status === undefined),
          ...read('entity_list', 'problems'),
        ],
        setting,
      ),
  },
  {
    title: 'Family history',
    loinc: '10157-6',
    find: (read, setting) => familyOf(read('normalized_data', 'family_history'), setting),
  },
  {
    title: 'Medications',
    loinc: '10160-0',
    find: (read, setting) => {
      const orders = read('orders', 'medications')
      return read('entity_list', 'medications').map((said) => medicationOf(said, orders, setting))
    },
  },
  {
    title: 'Allergies',
    loinc: '48765-2',
    find: (read, setting) => read('entity_list', 'allergies').map((said) => allergyOf(said, setting)),
  },
  {
    title: 'Observations',
    loinc: '8716-3',
    find: (read, setting) => observationsOf(read('normalized_data', 'observations'), setting),
  },
  {
    title: 'Orders',
    loinc: '18776-5',
    find: (read, setting) => read('orders').map((said) => orderOf(said, setting)),
  },
]

export interface FoundGroup {
  title: string
  loinc: string
  findings: Finding[]
}

/** All that the structured documents say, by the section of the composition that it belongs to; empty ones are left out. */
export function findAll(notes: readonly Note[], setting: Setting): FoundGroup[] {
  const read: Read = (kind, section) =>
    notes
      .filter((note) => note.kind === kind)
      .flatMap(({ sections }) => sections.filter(({ key }) => section === undefined || key === section))
      .flatMap(({ statements }) => statements.filter(isSaid))
  return GROUPS.map(({ title, loinc, find }) => ({ title, loinc, findings: find(read, setting) })).filter(
    ({ findings }) => findings.length > 0,
  )
}
