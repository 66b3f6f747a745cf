/** A word or name that recordings of a tenant may hold, and how it is said where its letters do not tell. */
export interface Term {
  text: string
  /** Ordinary words that sound like it: "zair elto" for Xarelto. */
  soundsLike?: string[] | undefined
}

/** A list of terms that a tenant keeps: it serves every recording of the tenant. */
export interface Vocabulary {
  id: string
  name: string
  terms: Term[]
}

/** More than a clinic's own names; five times as many are looked for in an hour of words within a second. */
export const MOST_TERMS = 1000

/** Terms of several lists, each word once; the first list that has it tells how it sounds. */
export function mergeTerms(...lists: readonly (readonly Term[])[]): Term[] {
  const byText = new Map<string, Term>()
  for (const term of lists.flat()) {
    const key = term.text.toLowerCase()
    if (!byText.has(key)) byText.set(key, term)
  }
  return [...byText.values()]
}

/** Terms as people write them in one line, with commas between them. */
export const listTerms = (text: string): Term[] =>
  text.split(',').flatMap((part) => (part.trim() ? { text: part.trim() } : []))
