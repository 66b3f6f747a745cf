import type { Job } from '../../domain/job.ts'

/** A job under its public name, as the native API and the operator's commands show it. */
export function formatRequest(job: Job) {
  const { id, consultationId, door, status, progress, error, delivery, clientRequestId } = job
  return {
    ...{ id, consultationId, door, status, progress },
    ...(error && { error }),
    ...(delivery && { delivery }),
    ...(clientRequestId && { clientRequestId }),
    createdAt: job.createdAt.toISOString(),
    ...(job.finishedAt && { finishedAt: job.finishedAt.toISOString() }),
  }
}
