import type { ConsultationRecord } from '../domain/consultation-record.ts'
import { formatSignature, type Note } from '../domain/note.ts'
import { formatPatient } from '../domain/visit.ts'

/** What stands above a document and below it. */
export interface Head {
  lines: string[]
  /** What stands on every page. */
  patient: string
  /** Below the document: who signed it, or that nobody has. */
  end: string
}

/** In UTC, as signatures are: the server does not know where its readers are. */
const formatTime = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`

/** Whose it is, when and why they came, and what they agreed to. */
export function headOf(note: Note, { startedAt, visit = {} }: Pick<ConsultationRecord, 'startedAt' | 'visit'>): Head {
  const { reason, allergies, consent } = visit
  const patient = formatPatient(visit.patient)
  const agreed =
    consent && `${formatTime(consent.at)}${consent.by ? `, asked by ${consent.by}` : ''}: “${consent.wording}”`
  const lines = [
    patient,
    `Visit of ${formatTime(startedAt.toISOString())}${reason ? `: ${reason}` : ''}`,
    allergies && `Allergies known before: ${allergies}`,
    agreed && `Consent to the recording, ${agreed}`,
  ]
  return { lines: lines.flatMap((line) => line || []), patient, end: formatSignature(note) || DRAFT }
}

export const DRAFT = 'Draft: nobody has signed this.'
