/** A small thing that is kept beside consultations, in its keeper's words. */
export interface StoredRecord<Data = Record<string, unknown>> {
  id: string
  data: Data
  createdAt: Date
  updatedAt: Date
}

export interface RecordFilter {
  consultationId?: string | undefined
  userId?: string | undefined
  limit?: number
  offset?: number
}
