import { z } from 'zod'
import { FilePart } from '../../http/receive-audio.ts'
import { CATEGORIES } from './options.ts'

const Asked = z.enum(['TRUE', 'FALSE']).optional()

const envelope = <Data extends z.ZodType>(data: Data) =>
  z.object({ data, message: z.string(), status: z.enum(['Ok', 'Error']) })

export const Queued = envelope(z.object({ file_id: z.string() })).meta({
  examples: [
    {
      data: { file_id: '12a9760f-b165-4404-91d0-a65d4cdf78f1' },
      message: 'file queued for processing',
      status: 'Ok',
    },
  ],
})

const PROCESSING_STATUS = [
  'FILE_QUEUED',
  'FILE_PENDING',
  'FILE_PROCESSING',
  'FILE_TRANSCRIBED',
  'FILE_PROCESSING_FAILED',
] as const

/** A document as JSON; Intron's documents leave the inside open. */
const Structured = z.object({
  title: z.string(),
  text: z.string(),
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      items: z.array(z.object({ text: z.string() }).catchall(z.string())),
      not_heard: z.array(z.string()).optional(),
    }),
  ),
})

const Data = z
  .object({
    file_id: z.string().optional(),
    audio_file_name: z.string(),
    processing_status: z.enum(PROCESSING_STATUS),
    audio_transcript: z.string().optional(),
    processed_audio_duration_in_seconds: z.number().int().optional(),
  })
  // transcript_summary, transcript_soap_note, …: one key for each document that was asked for.
  .catchall(z.union([z.string(), Structured]))

export type StatusData = z.infer<typeof Data>

export const Status = envelope(Data).meta({
  examples: [
    {
      data: {
        processing_status: 'FILE_TRANSCRIBED',
        audio_file_name: 'file-1',
        audio_transcript: 'hello world',
        transcript_summary: '# Summary',
        processed_audio_duration_in_seconds: 20,
      },
      message: 'file status found',
      status: 'Ok',
    },
  ],
})

/** The upload form, as the documentation shows it; every field is text, as Intron's documents have it. */
export const UploadForm = z.object({
  audio_file_name: z.string(),
  audio_file_blob: FilePart,
  audio_file_url: z.string().optional(),
  use_language_asr_input: z.string().optional(),
  use_diarization: z.string().optional(),
  use_template_id: z.string().optional(),
  get_answer: z.string().optional(),
  use_category: z.enum(Object.keys(CATEGORIES) as [string, ...string[]]).optional(),
  ...Object.fromEntries(Object.values(CATEGORIES).flatMap((options) => options.map((option) => [option, Asked]))),
})

export const Failure = envelope(z.object({}))

export const StatusQuery = z.object({
  get_structured_post_processing: z.string().optional().describe('t or f: documents as JSON instead of Markdown'),
})

export const FileId = z.object({ file_id: z.string() })
