/** A small thing that is kept beside consultations, in its keeper's words. */
export interface StoredRecord<Data = Record<string, unknown>> {
  id: string
  /** What its keeper calls it, unique in the collection; null where nothing was told. */
  key: string | null
  data: Data
  createdAt: Date
  /** Whose it is; null where it is nobody's. */
  userId: string | null
  updatedAt: Date
}

export interface RecordFilter {
  consultationId?: string | undefined
  userId?: string | undefined
  /** With `userId`: also what nobody owns, as everything was before users had things of their own. */
  orNobodys?: boolean
  limit?: number
  offset?: number
}
