import type { ErrorDetails } from './errors.ts'

/** Every warning that a transcript or document can carry. The table is the documentation (docs/warnings.md is made from it). */
export const WARNINGS = {
  no_speech: { says: 'No speech was found in the recording.' },
  audio_clipped: { says: 'The recording was too loud for its microphone; words may be heard wrongly.' },
  audio_quiet: { says: 'The recording is very quiet and was made louder.' },
  audio_hum: { says: 'Mains hum was filtered out.' },
  channel_silent: { says: 'In one of two channels nothing can be heard; it was left out.' },
  speech_found_simply: { says: 'The detector of speech failed; a simpler one found where somebody speaks.' },
  engine_fallback: { says: 'The recogniser did not answer; another heard the recording.' },
  vocabulary_unheard: {
    says: 'The engine takes no terms while it hears, and misheard ones are corrected in English alone.',
  },
  language_differs: { says: 'Another language is spoken than was asked for.' },
  language_mixed: { says: 'Parts of the recording are in another language.' },
  speech_unclear: { says: 'Speech was hardly understood and is left out.' },
  speech_doubtful: { says: 'Too few words are likely to be right: no documents are written.' },
  speakers_split_simply: { says: 'The engine that tells voices apart failed; a simpler one did it.' },
  neighbor_unread: {
    says: 'A neighbouring part of the recording could not be read, so words at the border may be cut.',
  },
  speakers_unsplit: { says: 'Voices could not be told apart.' },
  speakers_swapped: { says: 'Doctor and patient seem to have been taken for each other.' },
  voices_unknown: { says: 'Voices were not told apart: who speaks was told by the words.' },
  nothing_found: { says: 'Nothing that was said belongs in this document.' },
  unsupported_statements: { says: 'Statements that the transcript does not carry were left out.' },
  said_not_written: { says: 'Something that matters was said and stands in no statement of the document.' },
  not_said: { says: 'A checklist names what was not heard.' },
  no_answer: { says: 'Nothing that was said answers the question.' },
  no_reference: { says: 'The reference tables know none of the complaints.' },
  more_complaints: { says: 'More complaints were named than the document goes into.' },
  code_left_out: { says: 'A code was left out that the imported release of ICD-10-CM does not have or does not bill.' },
  model_failed: { says: 'The language model failed; the built-in writer wrote, or nobody.' },
  model_out_of_time: {
    says: "The language model took longer than a document may: what it had finished was kept, the rest is the built-in writer's.",
  },
  built_in_filled: { says: 'What the language model left out comes from the built-in writer.' },
  not_told: { says: 'An allergy, a dose, an order or a red flag was said and stands nowhere in the document.' },
  items_unread: { says: 'The language model did not read all of the transcript.' },
  proof_english_only: {
    says: 'The proof does not read the language: of its statements only numbers and medicines are checked.',
  },
  wishes_unfollowed: { says: 'What was asked in words needs a language model and was left aside.' },
  language_in_part: {
    says: 'The built-in writer knows the language in part: what was not understood is quoted or left out.',
  },
  language_unavailable: { says: 'The document was asked for in a language that its writer does not write.' },
  no_writer: { says: 'No writer for the language is installed.' },
  redacted: { says: 'Names and numbers that tell who somebody is were taken out.' },
} as const satisfies Record<string, { says: string }>

export type WarningCode = keyof typeof WARNINGS

/** What could not be honoured or should make a reader careful; the code is for programs, the message for people. */
export interface Warning {
  code: WarningCode
  message: string
  /** Numbers, ids and words of lists, for programs. */
  details?: ErrorDetails
}
