/** Who did what with a consultation. */
interface TrailLine {
  at: Date
  /** The name of the account or key; `operator`; empty where the server itself acted. */
  by: string
  /** As in the audit trail: `GET /api/consultations/:id/transcript`. */
  action: string
}

/** What somebody may know of how a consultation is kept. */
export interface Trail {
  /** Days after which the recording goes, and all of it; undefined where nothing goes by itself. */
  keepAudioDays: number | undefined
  keepDays: number | undefined
  /** Newest first. */
  lines: TrailLine[]
}
