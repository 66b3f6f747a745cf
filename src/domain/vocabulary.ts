/** A word or name that recordings of a tenant may hold, and how it is said where its letters do not tell. */
export interface Term {
  text: string
  /** Ordinary words that sound like it: "zair elto" for Xarelto. */
  soundsLike?: string[]
}
