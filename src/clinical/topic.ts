/** The four parts of a SOAP note. */
export const PLACES = ['subjective', 'objective', 'assessment', 'plan'] as const
export type Place = (typeof PLACES)[number]

/** What a sentence of a note is about. */
export type Topic =
  | 'complaint'
  | 'history'
  | 'allergies'
  | 'immunizations'
  | 'family_history'
  | 'past_obstetric_history'
  | 'past_surgical_history'
  | 'medications'
  | 'social_history'
  | 'past_medical_history'
  | 'mental_health'
  | 'vitals'
  | 'imaging'
  | 'labs'
  | 'examination'
  | 'assessment'
  | 'return_if'
  | 'follow_up'
  | 'investigations'
  | 'prescription'
  | 'advice'
