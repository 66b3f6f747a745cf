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
