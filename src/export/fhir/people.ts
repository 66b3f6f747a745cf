import type { Device, Encounter, Patient, Practitioner } from '@medplum/fhirtypes'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import type { Note, Signature } from '../../domain/note.ts'
import { formatPatient } from '../../domain/visit.ts'
import type { Setting } from './finding.ts'
import { narrate } from './narrative.ts'
import { concept, SYSTEMS } from './systems.ts'

/** As far as somebody said who it is; else a place to be filled. */
export function patientOf({ visit: { patient = {} } = {} }: ConsultationRecord): Patient {
  const { name, number, birthDate, sex } = patient
  return {
    resourceType: 'Patient',
    text: narrate([formatPatient(patient) || 'The patient; not identified by the recording.']),
    ...(number && { identifier: [{ value: number }] }),
    ...(name && { name: [{ text: name }] }),
    ...(sex && { gender: sex }),
    ...(birthDate && { birthDate }),
  }
}

/** Who signed, else a place to be filled. Of several, who signed first. */
export function practitionerOf({ notes }: ConsultationRecord): Practitioner {
  const [first] = signaturesOf(notes)
  return {
    resourceType: 'Practitioner',
    text: narrate([first ? `${first.by}, who signed.` : 'The clinician; not identified by the recording.']),
    ...(first && { name: [{ text: first.by }] }),
  }
}

/** Everybody who signed, in that order, each with what they signed last. */
export function signaturesOf(notes: readonly Note[]): Signature[] {
  const signed = notes.flatMap((note) => [note, ...note.sections]).flatMap((one) => one.signed ?? [])
  const signatures = signed.sort((a, b) => a.at.localeCompare(b.at))
  return [...new Map(signatures.map((signature) => [signature.by, signature])).values()]
}

/** What wrote the documents and put the resources together: a person may have signed them since. */
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
  { startedAt, transcript: { durationMs }, visit }: ConsultationRecord,
  setting: Pick<Setting, 'patient' | 'practitioner'>,
): Encounter {
  const end = new Date(startedAt.getTime() + durationMs)
  return {
    resourceType: 'Encounter',
    text: narrate([`Consultation on ${startedAt.toISOString().slice(0, 10)}`]),
    status: 'finished',
    class: concept(SYSTEMS.actCode, 'AMB', 'ambulatory').coding[0] ?? {},
    subject: setting.patient,
    ...(visit?.reason && { reasonCode: [{ text: visit.reason }] }),
    participant: [{ individual: setting.practitioner }],
    period: { start: startedAt.toISOString(), end: end.toISOString() },
    length: { value: durationMs / 1000, unit: 's', system: SYSTEMS.ucum, code: 's' },
  }
}
