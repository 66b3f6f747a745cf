import type { Device, Encounter, Patient, Practitioner } from '@medplum/fhirtypes'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import type { Note } from '../../domain/note.ts'
import type { Setting } from './finding.ts'
import { narrate } from './narrative.ts'
import { concept, SYSTEMS } from './systems.ts'

/** Places to be filled: a recording does not tell who these are. */
export const PATIENT: Patient = {
  resourceType: 'Patient',
  text: narrate(['The patient; not identified by the recording.']),
}
export const PRACTITIONER: Practitioner = {
  resourceType: 'Practitioner',
  text: narrate(['The clinician; not identified by the recording.']),
}

/** What wrote the documents and put the resources together: no person has signed them. */
export function deviceOf({ transcript, notes }: ConsultationRecord, structured: readonly Note[]): Device {
  const writers = [...notes, ...structured].map(({ writer }) => writer)
  const names = [...new Set(['Osler', transcript.engine, ...writers])]
  return {
    resourceType: 'Device',
    text: narrate([names.join(', ')]),
    deviceName: [{ name: 'Osler', type: 'user-friendly-name' }],
    note: [{ text: `Heard by ${transcript.engine} (${transcript.model})` }],
  }
}

/** The consultation, as long as its recording. */
export function encounterOf(
  { startedAt, transcript: { durationMs } }: ConsultationRecord,
  setting: Pick<Setting, 'patient' | 'practitioner'>,
): Encounter {
  const end = new Date(startedAt.getTime() + durationMs)
  return {
    resourceType: 'Encounter',
    text: narrate([`Consultation on ${startedAt.toISOString().slice(0, 10)}`]),
    status: 'finished',
    class: concept(SYSTEMS.actCode, 'AMB', 'ambulatory').coding[0] ?? {},
    subject: setting.patient,
    participant: [{ individual: setting.practitioner }],
    period: { start: startedAt.toISOString(), end: end.toISOString() },
    length: { value: durationMs / 1000, unit: 's', system: SYSTEMS.ucum, code: 's' },
  }
}
