import type { ConsultationSummary } from './consultation-record.ts'

/** How a consultation stands, for who looks for it. `notToReview` is whatever `toReview` is not. */
export const VISIT_STATES = ['toReview', 'notToReview', 'signed', 'ongoing', 'failed'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** What is looked for. All that is given must fit. */
export interface Search {
  /** Said, written or known of the patient, in any order; in whatever form, letters and accents. */
  words?: string | undefined
  /** Of the patient's name or number, from three letters on also how they begin. */
  patient?: string | undefined
  /** A medicine, under whichever of its names. */
  medicine?: string | undefined
  /** Of the day and time when it was begun; `until` is the first that does not fit. */
  from?: Date | undefined
  until?: Date | undefined
  state?: VisitState | undefined
  limit: number
  /** The id of the last one already seen. */
  before?: string | undefined
}

/** A place in a consultation where something stood that was looked for. */
export interface Place {
  /** What is known of the patient and the visit; said; written. */
  in: 'visit' | 'transcript' | 'document'
  /** As it stands there. */
  text: string
  /** The item of the transcript. */
  item?: string
  /** The kind and title of the document. */
  kind?: string
  title?: string
}

interface FoundConsultation extends ConsultationSummary {
  /** Where, the most telling first; empty where no words were asked for. */
  places: Place[]
}

export interface SearchResult {
  consultations: FoundConsultation[]
  /** How many of the tenant's consultations are not found by their words yet: they will be soon. */
  unsearchable: number
}

/** Of a field of a search. */
export const MOST_SEARCH_LETTERS = 200
/** Of all fields together. */
export const MOST_SEARCH_WORDS = 20
