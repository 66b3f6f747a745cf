import type { Generated } from 'kysely'

/** A process that shares this database, as it last told; who has ended stays for some days, for what it measured. */
export interface ProcessTable {
  id: string
  host: string
  version: string
  /** What it takes on, separated by commas: `serve`, and task classes. */
  tasks: string
  workers: number
  cores: number
  /** Recognisers and writers with their models, separated by commas. */
  engines: string
  /** What it and its children have spent on cores since they started, and on how many they were busy since it told last. */
  core_seconds: number
  cores_busy: number
  /** How much sound it has heard. */
  heard_seconds: number
  /** How far its clock is ahead of the database's, as far as can be told. */
  clock_ahead_ms: number
  started_at: Generated<Date>
  seen_at: Generated<Date>
  is_ended: Generated<boolean>
}
