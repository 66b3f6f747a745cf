/** What database and store say of one another that is not so. */
export interface Orphans {
  /** Blobs that no row has named for a day. */
  blobs: number
  /** Recordings that a row names and the store does not have. */
  recordings: number
  /** The same for letters and pictures. */
  documents: number
}
