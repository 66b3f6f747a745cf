import type { Statement } from '../domain/note.ts'
import { idsOf, type Transcript } from '../domain/transcript.ts'

/** Where a statement stands in the transcript. */
export interface Citation {
  /** The numbers of its items there, counted from 1. An item stands for those that it took in. */
  numbers: number[]
  /** How many of its items the transcript does not have: somebody took them out, or wrote the transcript anew. */
  missing: number
}

export type Cite = (statement: Statement) => Citation

export function citeFrom({ items }: Transcript): Cite {
  const numbers = new Map(items.flatMap((item, at) => idsOf(item).map((id) => [id, at + 1] as const)))
  return ({ evidence }) => {
    const found = evidence.flatMap((id) => numbers.get(id) ?? [])
    const missing = evidence.filter((id) => !numbers.has(id)).length
    return { numbers: [...new Set(found)].sort((a, b) => a - b), missing }
  }
}

/** Told behind a statement, so that nobody takes it for one whose source can be looked up; empty where all can. */
export function formatMissing({ missing }: Citation): string {
  if (missing === 0) return ''
  return missing === 1 ? 'a source is not in the transcript' : `${missing} sources are not in the transcript`
}

/** What a reader must know of a statement that was not simply said. */
export function formatCaveat({ support }: Statement): string {
  if (support === 'unsupported') return 'not found in the recording'
  if (support === 'entered') return 'entered by hand'
  return support === 'reference' ? 'reference, not said' : ''
}
