import type { ErrorCode, ErrorDetails } from './errors.ts'
import type { Submission } from './submission.ts'

export type JobStatus = 'ongoing' | 'succeeded' | 'failed'

/** Why a job failed, as the client is told. */
export interface JobError {
  code: ErrorCode
  message: string
  details: ErrorDetails
}

/** What happens to the result of a job with a callback: waiting, taken by the client, or given up (a dead letter). */
export type Delivery = 'pending' | 'delivered' | 'dead'

/**
 * How a job waits for its turn: recordings, chunks of one that goes on, and words each have a queue, so that none
 * waits behind another's hour.
 */
export const WORK_TASKS = ['run', 'hear_segment', 'write'] as const
export type WorkTask = (typeof WORK_TASKS)[number]

/**
 * What goes before what, of the same sort of work: what was spoken live, or in chunks, and has just ended; what somebody
 * waits for on the line; what was sent to be heard.
 */
export const PRIORITY = { sent: 0, waited: 1, live: 2 } as const

/** What a process takes on, as `osler worker --tasks` names it: sound, words, callbacks, and what the clock asks for. */
export const TASK_CLASSES = ['transcribe', 'write', 'deliver', 'upkeep'] as const
export type TaskClass = (typeof TASK_CLASSES)[number]

/** What a client asked for and polls. Public paths call it a request. */
export interface Job extends Omit<Submission, 'source' | 'idempotencyKey'> {
  id: string
  tenantId: string
  consultationId: string
  /** The recording it is about; a job that began with words has none. */
  recordingId?: string
  task: WorkTask
  /** As in `PRIORITY`. */
  priority: number
  status: JobStatus
  /** 0…1; 1 exactly when the job has succeeded. */
  progress: number
  error?: JobError
  delivery?: Delivery
  /** Decoded length of the recording, known once it was decoded. */
  durationMs?: number
  createdAt: Date
  finishedAt?: Date
}
