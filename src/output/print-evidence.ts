import type { Statement } from '../domain/note.ts'
import type { Transcript } from '../domain/transcript.ts'

/** The numbers of a statement's items in the transcript, counted from 1; items that are not in it have none. */
export function numberEvidence({ items }: Transcript): (statement: Statement) => number[] {
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]))
  return ({ evidence }) => evidence.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
}

/** `1:05`, and `1:02:03` from an hour on. */
export const printClock = (ms: number) =>
  new Date(ms)
    .toISOString()
    .slice(ms < 3_600_000 ? 14 : 11, 19)
    .replace(/^0/, '')

/** What a reader must know of a statement that was not simply said. */
export function printCaveat({ support }: Statement): string {
  if (support === 'unsupported') return 'not found in the recording'
  return support === 'reference' ? 'reference, not said' : ''
}
