import { z } from 'zod'
import { FilePart } from '../../http/receive-audio.ts'
import { LOCALES } from './locales.ts'
import { TEMPLATE_NAMES } from './templates.ts'

/** An enum in the spelling of both kinds of version. */
export const bothCases = <const Value extends string>(...values: Value[]) =>
  z.enum([...values, ...values.map((value) => value.toUpperCase() as Uppercase<Value>)])

const Locale = z.enum(LOCALES)
const Template = z.enum(TEMPLATE_NAMES)
const Style = bothCases('auto', 'paragraph', 'paragraphs', 'bullet_points')

const ClientRequestId = z.string().min(1).max(128).optional()

/** How a note is wanted; the newer routes say `note_locale`, the older ones `language`. */
const NoteFields = {
  note_generation_mode: bothCases('highest_quality', 'fastest').optional(),
  note_template: Template.optional(),
  note_template_key: Template.optional(),
  section_style: Style.optional(),
  split_by_problem: z.boolean().optional(),
  note_sections_customization: z
    .array(
      z.object({
        section_key: z.string(),
        style: Style.optional(),
        level_of_detail: z.string().optional(),
        split_by_problem: z.boolean().optional(),
        custom_instruction: z.string().optional(),
      }),
    )
    .optional(),
  patient_context: z.string().optional(),
  unstructured_context: z.string().optional(),
}

export const ListenFields = z.object({
  output_objects: z.array(bothCases('transcript_item', 'note')).min(1),
  language: Locale,
  split_by_sentence: z.boolean().default(false),
  ...NoteFields,
})

/** https://docs.nabla.com/server/copilot-listen-from-file-async */
export const ListenAsync = ListenFields.extend({
  file_url: z.string(),
  callback_url: z.string(),
  client_request_id: ClientRequestId,
}).meta({
  examples: [
    {
      file_url: 'https://clinic.example/recordings/1.mp3',
      output_objects: ['transcript_item', 'note'],
      language: 'en-US',
      split_by_sentence: false,
      note_generation_mode: 'highest_quality',
      note_template: 'GENERAL_MEDICINE',
      callback_url: 'https://clinic.example/nabla',
      client_request_id: '0b0b9a8e-6d1a-4c62-9c62-8a1f5c2f0c11',
    },
  ],
})

export const TranscribeFields = z.object({
  speech_locale: Locale,
  split_by_sentence: z.boolean().default(false),
})

export const TranscribeAsync = TranscribeFields.extend({
  file_url: z.string(),
  callback_url: z.string().optional(),
  client_request_id: ClientRequestId,
})

export const DictateFields = z.object({ speech_locale: Locale, dictate_punctuation: z.boolean().default(false) })

/** The forms with a file: their fields come as JSON in one part. */
export const Form = z.object({
  request_parameters: z.string().describe('A JSON object; see the request of the asynchronous route.'),
  file: FilePart,
})

const GivenSpeaker = bothCases('doctor', 'patient', 'unspecified').optional()

const GivenItem = z.object({
  text: z.string().max(100_000),
  speaker: GivenSpeaker,
  speaker_type: GivenSpeaker,
  start_offset_ms: z.number().int().min(0).optional(),
  end_offset_ms: z.number().int().min(0).optional(),
})

const GivenNote = z.object({
  title: z.string().nullish(),
  sections: z.array(z.object({ key: z.string().optional(), title: z.string(), text: z.string() })),
})

/** None at all are too short for a note, as a few words are. */
const TranscriptItems = z.array(GivenItem).max(20_000)

export const Digest = z.object({
  output_objects: z.array(bothCases('note')).min(1),
  language: Locale,
  transcript_items: TranscriptItems,
  ...NoteFields,
  note: GivenNote.optional(),
})

export const DigestAsync = Digest.extend({ callback_url: z.string(), client_request_id: ClientRequestId })

export const GenerateNote = z.object({
  note_locale: Locale.optional(),
  transcript_items: TranscriptItems,
  ...NoteFields,
  structured_context: z.unknown().optional(),
  previous_note: GivenNote.nullish(),
})

export const GenerateNoteAsync = GenerateNote.extend({ client_request_id: ClientRequestId })

export const NormalizeNote = z.object({
  note: GivenNote,
  note_locale: Locale.optional(),
  include_corresponding_note_problems: z.boolean().optional(),
})

export const NormalizeNoteAsync = NormalizeNote.extend({ client_request_id: ClientRequestId })

export const Instruct = z.object({
  note: GivenNote,
  note_locale: Locale.optional(),
  note_template: Template.optional(),
  instructions_locale: Locale,
  recipient_type: bothCases('patient', 'parent').optional(),
})

export const EditNote = z.object({
  instructions: z.string().min(1).max(700),
  note: GivenNote,
  note_locale: Locale.optional(),
  note_template: Template.optional(),
})

export const Report = z.object({ rating: z.number().int().min(1).max(5) }).catchall(z.unknown())

// Answers.

const OlderItem = z.strictObject({
  text: z.string(),
  speaker: z.enum(['doctor', 'patient', 'unspecified']),
  start_offset_ms: z.number().int(),
  end_offset_ms: z.number().int(),
})

const CoreItem = z.strictObject({
  text: z.string(),
  speaker_type: z.enum(['DOCTOR', 'PATIENT', 'UNSPECIFIED']),
  start_offset_ms: z.number().int(),
  end_offset_ms: z.number().int(),
})

const Items = z.union([z.array(OlderItem), z.array(CoreItem)])

const Note = z.strictObject({
  title: z.string().optional(),
  sections: z.array(z.strictObject({ key: z.string(), title: z.string(), text: z.string() })),
})

export const Listened = z.strictObject({ transcript: Items.optional(), note: Note.optional() })
export const Transcribed = z.strictObject({ transcript: Items }).meta({
  examples: [
    {
      transcript: [
        { text: "I can't take penicillin.", speaker: 'patient', start_offset_ms: 65100, end_offset_ms: 69300 },
      ],
    },
  ],
})
export const Dictated = z.strictObject({ dictation: z.string() })
export const Noted = z.strictObject({ note: Note })
export const Instructed = z.strictObject({ instructions: z.string() })

const Coding = z.strictObject({ code: z.string(), display: z.string(), system: z.string() })
const Condition = z.strictObject({
  display: z.string(),
  coding: Coding,
  corresponding_note_problem: z.string().nullable().optional(),
  clinical_status: z.string(),
  categories: z.array(z.string()),
})

export const Normalized = z.strictObject({
  conditions: z.array(Condition),
  family_history: z.array(z.strictObject({ relationship: z.string(), conditions: z.array(Condition) })),
  observations: z.array(
    z.strictObject({ display: z.string(), value: z.string(), unit: z.string(), coding: Coding.optional() }),
  ),
})

export const Accepted = z
  .strictObject({ request_id: z.uuid(), client_request_id: z.string().optional() })
  .meta({ examples: [{ request_id: '98fce1ef-dbca-41ef-8bc7-4d1621ac07c6' }] })

const Envelope = { id: z.uuid(), client_request_id: z.string().optional() }

/** An asynchronous request as it is polled: https://docs.nabla.com/2024-04-22/server/get-transcribe-async */
export const envelope = <Payload extends z.ZodType>(payload: Payload) =>
  z.union([
    z.strictObject({ ...Envelope, status: bothCases('ongoing') }),
    z.strictObject({
      ...Envelope,
      status: bothCases('failed'),
      payload: z.strictObject({ code: z.number().int(), message: z.string(), name: z.string() }),
    }),
    z.strictObject({ ...Envelope, status: bothCases('succeeded'), payload }),
  ])

export const Failure = z.strictObject({ message: z.string(), code: z.number().int(), name: z.string() }).meta({
  examples: [
    {
      message: "We can't generate the note when the transcript is too short.",
      code: 83005,
      name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT',
    },
  ],
})

export const Id = z.object({ id: z.string() })
