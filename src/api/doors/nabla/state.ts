import { z } from 'zod'
import type { JobResult } from '../../../domain/consultation.ts'
import { DEFAULT_TEMPLATE, TEMPLATE_NAMES } from './templates.ts'

/** What a route asks for, so that its result is printed the same way whenever it is. */
const OPERATIONS = [
  'listen',
  'transcribe',
  'dictate',
  'digest',
  'generate-note',
  'normalize',
  'instruct',
  'edit',
] as const

export type Operation = (typeof OPERATIONS)[number]

/** What is kept with a job to format its result. */
export const State = z.object({
  operation: z.enum(OPERATIONS),
  version: z.string(),
  /** Who asked, where it was a user's token. */
  userId: z.string().optional(),
  client_request_id: z.string().optional(),
  outputs: z.array(z.string()).default([]),
  bySentence: z.boolean().default(false),
  spokenMarks: z.boolean().default(false),
  template: z.enum(TEMPLATE_NAMES).default(DEFAULT_TEMPLATE),
  /** `PLAN=bullet_points`, with `*` for all sections without one of their own. */
  styles: z.array(z.string()).default([]),
  /** The sections of a note that is edited, in order. */
  keys: z.array(z.string()).default([]),
  /** For each line of a note that is read, the line that names its problem, or -1; only where that is asked for. */
  problems: z.array(z.coerce.number().int()).optional(),
})

export type State = z.infer<typeof State>

/** What came of a job, and what was kept with it. */
export interface NablaResult extends JobResult {
  state: State
}

export const withState = <Result extends JobResult>(result: Result) => ({
  ...result,
  state: State.parse(result.job.doorState),
})
