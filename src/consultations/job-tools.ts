import type { Job } from '../domain/job.ts'
import type { WorkRequest } from '../domain/submission.ts'
import type { Handle } from '../store/tables.ts'
import type { JobEvents } from './follow-job.ts'

/** What an action needs that begins a job and waits for it. */
export interface JobTools {
  db: Handle
  events: JobEvents
  submit(tenantId: string, request: WorkRequest): Promise<Job>
}
