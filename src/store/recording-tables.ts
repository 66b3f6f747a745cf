import type { ColumnType, Generated } from 'kysely'
import type { Container } from '../domain/submission.ts'

export interface RecordingTable {
  id: string
  tenant_id: string
  consultation_id: string
  /** These four are there once the recording is in the store; until then it has a source. */
  blob_key: string | null
  bytes: number | null
  sha256: string | null
  container: Container | null
  /** Where it is to be fetched from. */
  source: ColumnType<{ address: string } | null, string | undefined, null>
  /** The same, of what waited for it before `source` was there. */
  address: ColumnType<string | null, undefined, null>
  series_id: string | null
  position: Generated<number>
  started_at: Date | null
  ended_at: Date | null
  overlap_before_ms: Generated<number>
  overlap_after_ms: Generated<number>
  /** Whether the engine that heard it wrote marks; null of what was heard before that was kept. */
  is_punctuated: boolean | null
  /** In order. */
  pauses_ms: Generated<number[]>
  created_at: Generated<Date>
}

export interface SeriesTable {
  id: string
  tenant_id: string
  consultation_id: string
  created_at: Generated<Date>
  finished_at: Date | null
}

/** A recording that goes on; the row goes when it is whole. */
export interface LiveRecordingTable {
  recording_id: string
  /** What it will be heard for. */
  job_id: string
  sample_rate: number
  channels: 1 | 2
  /** Who may add to it. */
  holder: string
  seen_at: Generated<Date>
  ended_at: Date | null
}

export interface LivePieceTable {
  recording_id: string
  /** How many bytes lie before it. */
  position: string
  bytes: number
  blob_key: string
}
