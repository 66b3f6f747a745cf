import type { VoicePiece } from './voice-pieces.ts'

/** Whether the groups after are those of one voice more, and not one voice's own changes. */
export type IsOneMore<Piece extends VoicePiece> = (
  before: readonly (readonly Piece[])[],
  after: readonly (readonly Piece[])[],
) => boolean

/**
 * How much the pieces of one voice differ grows with their number. In made consultations one voice gave up to 0.24 of
 * this for each piece, two voices 0.5 and more; where three spoke, the third gave 0.24 and more, where two did up to 0.21.
 */
const LEAST_GAIN = 3.75
const LEAST_GAIN_PER_PIECE = 0.19

/** By spectrum and pitch. */
export const isOneMoreBySound: IsOneMore<VoicePiece> = (before, after) =>
  gainOf(before, after) > LEAST_GAIN + LEAST_GAIN_PER_PIECE * after.flat().length

/** How much better the groups after explain the differences between pieces, against what they leave unexplained. */
export function gainOf(before: readonly (readonly VoicePiece[])[], after: readonly (readonly VoicePiece[])[]): number {
  const [wide, narrow] = [scatter(before), scatter(after)]
  return ((wide - narrow) / narrow) * (after.flat().length - after.length)
}

/** The sum of squared distances of all pieces from the middle of their group. */
function scatter(groups: readonly (readonly VoicePiece[])[]): number {
  return groups.reduce((sum, group) => sum + scatterOf(group.map(({ traits }) => traits)), 0)
}

function scatterOf(rows: readonly ArrayLike<number>[]): number {
  const width = rows[0]?.length ?? 0
  let sum = 0
  for (let column = 0; column < width; column++) {
    const mean = rows.reduce((total, row) => total + (row[column] as number), 0) / rows.length
    for (const row of rows) sum += ((row[column] as number) - mean) ** 2
  }
  return sum
}
