import type { Readable } from 'node:stream'

/** What every door calls the collection in which it keeps patients: erasure, export and retention find it by that. */
export const PATIENT_PROFILES = 'patient_profiles'
/** And what it calls the one in which people say what they think of a document, which may hold a patient's words. */
export const REPORTS = 'reports'
/** The field in which doors keep what the client's own system calls a patient, of a profile and of a session. */
export const EHR_PATIENT_ID = 'ehr_patient_id'

/** All that is kept of a patient, by ids. */
export interface Patient {
  profiles: string[]
  consultations: string[]
}

/**
 * All that is kept of one patient, by the id of a profile, by what the client's own system calls the patient, or by that of
 * one consultation. Each throws `not_found`.
 */
export interface Patients {
  find(tenantId: string, named: string): Promise<Patient>
  /** Everything as one archive (tar). */
  export(tenantId: string, named: string): Promise<Readable>
  /** Deletes it for good; answers what is gone. */
  erase(tenantId: string, named: string): Promise<Patient>
}
