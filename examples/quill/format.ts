import {
  type FormattedError,
  formatMarkdown,
  formatPlain,
  type JobResult,
  type OslerError,
  withoutDoubts,
  z,
} from 'osler/door'
import type { State } from './translate.ts'

export const Dictated = z.object({
  dictation: z.object({
    id: z.string(),
    reference: z.string(),
    state: z.enum(['working', 'done', 'failed']),
    text: z.string().optional(),
    document: z.string().optional().describe('Markdown'),
    problem: z.string().optional(),
  }),
})

export const Problem = z.object({ problem: z.object({ code: z.string(), text: z.string() }) })

const STATES = { ongoing: 'working', succeeded: 'done', failed: 'failed' } as const

/** A dictation as it stands. */
export function formatDictation({ job, transcript, notes: [note] }: JobResult, { reference }: State) {
  return {
    dictation: {
      id: job.id,
      reference,
      state: STATES[job.status],
      ...(transcript && { text: formatPlain(transcript.items) }),
      ...(note && { document: formatMarkdown(withoutDoubts(note)) }),
      ...(job.error && { problem: job.error.message }),
    },
  }
}

/** What is posted to a webhook: the dictation as it is read. */
export const formatCallback = (result: JobResult, state: State) => formatDictation(result, state)

export function formatError({ code, message, status }: OslerError, requestId: string): FormattedError {
  const text = code === 'internal' ? `${message} Request id: ${requestId}.` : message
  return { status, body: { problem: { code, text } } }
}
