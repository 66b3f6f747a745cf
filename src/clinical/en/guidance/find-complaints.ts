import type { Told } from '../facts/conversation.ts'
import { type NamedCondition, nameBy } from '../facts/name-conditions.ts'
import { detectorOf } from '../names.ts'
import type { Complaint } from './complaint.ts'
import { COMPLAINTS } from './complaints.ts'

export type KnownComplaint = Complaint & Required<Pick<Complaint, 'sort'>>

const KNOWN: readonly KnownComplaint[] = COMPLAINTS.map((complaint) => ({
  ...complaint,
  sort: complaint.sort ?? 'symptom',
}))

/** Names with a complaint in them that are something else, and what is asked of a patient who is examined. */
const OTHER_NAMES =
  'diabetes insipidus|gestational diabetes|pre-?diabetes|pre diabetes|borderline diabet(?:es|ic)|' +
  '(?:pulmonary|portal|ocular|intracranial|white coat) hypertension|whooping cough|' +
  '(?:hay|yellow|scarlet|rheumatic|glandular) fever|st depression|respiratory depression|' +
  'cough for me|(?:big|deep|good|little) cough|tired of'

const findNames = detectorOf(KNOWN, OTHER_NAMES)

export const findComplaint = (name: string) => KNOWN.find((complaint) => complaint.name === name)

/** Where the patient is said to have a complaint. */
export type NamedComplaint = NamedCondition<KnownComplaint>

/** Every place where the patient is said to have a complaint; what is denied, feared, over or a relative's is left out. */
export function findComplaints(conversation: readonly Told[]): NamedComplaint[] {
  const own = nameBy(conversation, findNames).filter(
    ({ person, standing }) => person === 'patient' && HELD.test(standing),
  )
  const replaced = new Set(own.map(({ condition }) => condition.insteadOf))
  return own.filter(({ condition }) => !replaced.has(condition.name))
}

/** What a clinician thinks possible has its guidance too. */
const HELD = /^(?:present|possible)$/
