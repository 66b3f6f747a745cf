import { type Mention, mentionsOf } from '../mentions.ts'
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

/** Every place where the patient is said to have a complaint; what is denied, feared or a relative's is left out. */
export function findComplaints(texts: readonly string[], cut?: (text: string) => string[]): Mention<KnownComplaint>[] {
  const mentions = mentionsOf(texts, findNames, cut)
  const own = mentions.filter(({ relative }) => relative === undefined)
  const replaced = new Set(own.map(({ condition }) => condition.insteadOf))
  return own.filter(({ condition }) => !replaced.has(condition.name))
}
