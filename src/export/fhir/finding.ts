import type { Encounter, Patient, Practitioner, Reference, Resource } from '@medplum/fhirtypes'
import type { Statement } from '../../domain/note.ts'

/** A resource that statements were turned into, with the ids of the items that they rest on. */
export interface Finding<Found extends Resource = Resource> {
  resource: Found
  /** What a person reads of it. */
  text: string
  evidence: string[]
}

/** Whom and what every finding is about. */
export interface Setting {
  patient: Reference<Patient>
  practitioner: Reference<Practitioner>
  encounter: Reference<Encounter>
  /** ISO 8601. */
  startedAt: string
}

/** What was said, or follows from it: what nothing carries, or only a table says, becomes no resource. */
export const isSaid = ({ support }: Statement) => support === 'verbatim' || support === 'derived'
