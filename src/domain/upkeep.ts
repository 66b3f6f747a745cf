import type { ErrorCode } from './errors.ts'

/**
 * What is done by the clock, once over all processes: give jobs that lost their task another, delete files that nothing
 * names, delete what was kept long enough, empty the scratch of runs that died, let consultations be found by their words.
 */
export const UPKEEP_TASKS = ['find_forgotten', 'sweep', 'retain', 'clear_scratch', 'make_searchable'] as const
export type UpkeepTask = (typeof UPKEEP_TASKS)[number]

/** How a task of the upkeep went, over all processes. */
export interface UpkeepState {
  task: UpkeepTask
  succeededAt?: Date
  /** Since when it has failed, until it succeeds again. */
  failingSince?: Date
  failure?: ErrorCode
}
