import { z } from 'zod'
import { FilePart } from '../../http/receive-audio.ts'

export const SessionId = z.object({ session_id: z.string() })
export const SeriesId = SessionId.extend({ recording_id: z.string() })

/** `detail` is a sentence, an object with a type, or, for fields, a list as FastAPI prints it. */
export const Failure = z.strictObject({
  detail: z.union([
    z.string(),
    z.strictObject({ msg: z.string(), type: z.string() }),
    z.array(z.strictObject({ loc: z.array(z.string()), msg: z.string(), type: z.string() })),
  ]),
})

export const Done = z.strictObject({ is_success: z.boolean() })

const Patient = z.object({
  name: z.string().nullish(),
  gender: z.string().nullish(),
  dob: z.string().nullish(),
})

/** Unknown fields are ignored; clients also call it without a body. */
export const NewSession = z
  .object({ patient_profile_id: z.string().nullish(), ehr_appointment_id: z.string().nullish() })
  .nullish()

export const SessionChanges = z.object({
  session_name: z.string().max(255).nullish(),
  duration: z.number().min(0).nullish(),
  language_code: z.string().nullish(),
  output_language_code: z.string().nullish(),
  patient: Patient.nullish(),
  clinician_notes: z.array(z.string().max(100_000)).nullish(),
  ehr_appt_id: z.string().nullish(),
  ehr_patient_id: z.string().nullish(),
  ehr_provider: z.string().nullish(),
  tags: z.array(z.string().max(100)).max(50).nullish(),
  linked_sessions_for_context: z.array(z.string()).nullish(),
  generate_output_without_recording: z.boolean().nullish(),
})

export const UploadForm = z.object({
  file: FilePart,
  start_time: z.string().optional().describe('ISO 8601'),
  end_time: z.string().optional().describe('ISO 8601'),
  expiry: z.string().optional().describe('Seconds for which access_url works'),
})

export const SegmentForm = z.object({ file: FilePart, index: z.string() })

const Audio = z.strictObject({
  id: z.string(),
  index: z.number().int(),
  status: z.enum(['INITIALIZED', 'IN_PROGRESS', 'COMPLETE', 'FAILED']),
  created_at: z.string(),
  access_url: z.string().nullable(),
  expiry: z.number().int(),
})

export const Uploaded = z.strictObject({ uploaded_audio: Audio }).meta({
  examples: [
    {
      uploaded_audio: {
        id: '65f0e6b1a2b3c4d5e6f70123',
        index: 0,
        status: 'INITIALIZED',
        created_at: '2024-12-11T03:57:57.921000',
        access_url: null,
        expiry: 0,
      },
    },
  ],
})
export const Started = z.strictObject({ recording_id: z.string() })
export const Transcript = z
  .strictObject({ transcript: z.string() })
  .meta({ examples: [{ transcript: 'I have had a headache for three days.' }] })

const ChunkedRecording = z.strictObject({
  id: z.string(),
  chunks: z.array(
    z.strictObject({
      id: z.number().int(),
      status: z.enum(['INITIALIZED', 'IN_PROGRESS', 'COMPLETE', 'FAILED']),
      transcript: z.string().nullable(),
      duration: z.number(),
    }),
  ),
  created_at: z.string().nullable(),
})

export const LiveQuery = z.object({ recording_status: z.enum(['in_progress', 'complete']).default('in_progress') })

export const Live = z
  .strictObject({
    response: z.strictObject({
      user_uploaded: z.array(ChunkedRecording),
      live: z.array(ChunkedRecording),
      backup: z.array(ChunkedRecording),
      transcript_in_use: z.enum(['user_uploaded', 'live', 'backup']).nullable(),
      transcript: z.string().nullable(),
    }),
  })
  .meta({
    examples: [
      {
        response: {
          user_uploaded: [
            {
              id: 'recording_123',
              chunks: [
                { id: 1, status: 'COMPLETE', transcript: 'I have had a headache', duration: 45.5 },
                { id: 2, status: 'IN_PROGRESS', transcript: null, duration: 0 },
              ],
              created_at: '2024-01-15T10:30:00Z',
            },
          ],
          live: [],
          backup: [],
          transcript_in_use: 'user_uploaded',
          transcript: 'I have had a headache',
        },
      },
    ],
  })

const Text = z.string().nullable()

const ConsultNote = z.strictObject({
  status: z.enum(['EMPTY', 'CREATED']),
  result: Text,
  heading: Text,
  brain: Text,
  voice_style: Text,
  generation_method: Text,
  template_id: Text,
  ai_command_id: z.null(),
  ai_command_text: z.null(),
  feedback: z.null(),
  dictation_cleanup_mode: z.null(),
})

const ListedDocument = z.strictObject({
  id: z.string(),
  session_id: z.string(),
  index: z.number().int(),
  name: z.string(),
  template_id: Text,
  content: z.string(),
  generation_type: Text,
  brain: Text,
})

export const Documents = z.strictObject({ documents: z.array(ListedDocument) })

export const Session = z.strictObject({
  session_id: z.string(),
  session_name: Text,
  patient: z.object({ name: Text, gender: Text, dob: Text }),
  audio: z.array(Audio),
  clinician_notes: z.array(z.string()),
  consult_note: ConsultNote,
  duration: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  language_code: Text,
  output_language_code: Text,
  documents: z.array(ListedDocument),
  ehr_appt_id: Text,
  ehr_provider: Text,
  ehr_patient_id: Text,
  tags: z.array(z.string()).optional(),
})

const VOICES = ['GOLDILOCKS', 'DETAILED', 'BRIEF', 'SUPER_DETAILED', 'MY_VOICE'] as const

const Generation = {
  generation_method: z.enum(['TEMPLATE', 'THIRD_PARTY_TEMPLATE']),
  template_id: z.string().nullish(),
  voice_style: z.enum(VOICES).default('GOLDILOCKS'),
  brain: z.enum(['LEFT', 'RIGHT']).default('LEFT'),
  content_type: z.enum(['MARKDOWN', 'HTML']).default('MARKDOWN'),
}

export const WriteNote = z.object({
  ...Generation,
  addition: z.string().default(''),
  third_party_template: z.unknown().optional(),
})

export const WriteDocument = z.object({
  ...Generation,
  document_tab_type: z.enum(['DOCUMENT']).default('DOCUMENT'),
  generation_method: z.enum(['TEMPLATE']).default('TEMPLATE'),
})

export const WrittenDocument = z.strictObject({
  id: z.string(),
  session_id: z.string(),
  name: z.string(),
  template_id: z.string(),
  brain: z.string(),
  voice_style: z.string(),
  content_type: z.string(),
  content: z.string(),
})

export const AskAi = z.object({
  ai_command_text: z.string().min(1).max(10_000),
  content: z.string().max(500_000).nullish(),
  content_type: z.enum(['MARKDOWN', 'HTML']).default('MARKDOWN'),
})

const CODING_SYSTEMS = [
  ...['ICD-10', 'ICD-10-CM', 'ICD-9', 'ICD-9-CM', 'SNOMED', 'SNOMED-CT', 'OPCS-410', 'ACHI-13', 'CPT-2025'],
] as [string, ...string[]]

export const CodesQuery = z.object({ coding_system: z.enum(CODING_SYSTEMS).default('ICD-10-CM') })

export const Codes = z.strictObject({
  coding_system: z.string(),
  status: z.enum(['COMPLETE']),
  entities: z.array(z.strictObject({ code: z.string(), description: z.string(), text: z.string() })),
})

const Template = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure_template: z.string(),
  template_category: z.string(),
  template_html: z.string(),
  author_name: z.string(),
})

/** Older clients read `templates`, newer ones `data`. */
export const Templates = z.strictObject({ templates: z.array(Template), data: z.array(Template) })
