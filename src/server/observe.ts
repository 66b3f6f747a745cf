import type { Logger } from 'pino'
import type { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { StoreObserver } from './open-store.ts'

/** How long what is asked takes. */
export const observeStore = (metrics: Metrics): StoreObserver => ({
  databaseTook: (seconds) => metrics.databaseSeconds.observe(seconds),
  bucketTook: (seconds) => metrics.bucketSeconds.observe(seconds),
})

/** What the pipeline does, counted and logged by ids and codes. */
export function observe(log: Logger, metrics: Metrics) {
  return {
    step: (step: string, seconds: number) => metrics.stepSeconds.observe({ step }, seconds),
    behind: (seconds: number) => metrics.liveLagSeconds.observe(seconds),
    heard: (durationMs: number) => metrics.heardSeconds.inc(durationMs / 1000),
    jobEnded(job: Job, outcome: string, error?: OslerError) {
      metrics.jobs.inc({ door: job.door, outcome })
      log.info({ jobId: job.id, door: job.door, outcome, ...(error && { error }) }, 'job')
    },
    delivered: (outcome: string) => metrics.deliveries.inc({ outcome }),
    taskThrew(task: string, error: unknown) {
      metrics.tasksThrown.inc({ task })
      log.warn({ task, error }, 'task')
    },
    upkept(task: string, error?: unknown) {
      metrics.upkeep.inc({ task, outcome: error === undefined ? 'succeeded' : 'failed' })
      if (error !== undefined) log.error({ task, error }, 'upkeep')
    },
  }
}
