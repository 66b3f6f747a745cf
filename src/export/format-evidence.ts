import type { Statement } from '../domain/note.ts'
import type { Transcript } from '../domain/transcript.ts'

/** The numbers of a statement's items in the transcript, counted from 1; items that are not in it have none. */
export function numberEvidence({ items }: Transcript): (statement: Statement) => number[] {
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]))
  return ({ evidence }) => evidence.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
}

/** What a reader must know of a statement that was not simply said. */
export function formatCaveat({ support }: Statement): string {
  if (support === 'unsupported') return 'not found in the recording'
  if (support === 'entered') return 'entered by hand'
  return support === 'reference' ? 'reference, not said' : ''
}
