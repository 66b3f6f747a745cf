import { agnes } from 'ml-hclust'
import type { IsOneMore } from './count-voices.ts'
import type { VoicePiece } from './voice-pieces.ts'

/** Clustering takes the square of this in memory; of more pieces, so many are taken evenly over the recording. */
const MOST_PIECES = 300
const MOST_VOICES = 6
/** With fewer pieces nothing tells one voice from two. */
const LEAST_PIECES = 4

/**
 * Pieces by the voice that they belong to (Ward 1963). Where the number of voices is not given, one more is taken as long
 * as `isOneMore` says so.
 */
export function clusterVoices<Piece extends VoicePiece>(
  pieces: readonly Piece[],
  isOneMore: IsOneMore<Piece>,
  speakers?: number,
): Piece[][] {
  const sample = sampleOf(pieces)
  if (sample.length < LEAST_PIECES || speakers === 1) return [sample]
  const tree = agnes(
    sample.map(({ traits }) => traits),
    { method: 'ward' },
  )
  const groupsOf = (count: number) =>
    count === 1 ? [sample] : tree.group(count).children.map((group) => group.indices().map((at) => sample[at] as Piece))
  if (speakers !== undefined) return groupsOf(Math.min(speakers, sample.length))
  let groups = groupsOf(1)
  for (let count = 2; count <= Math.min(MOST_VOICES, sample.length - 1); count++) {
    const more = groupsOf(count)
    if (!isOneMore(groups, more)) break
    groups = more
  }
  return groups
}

/** At most so many pieces, evenly taken. */
export function sampleOf<Piece>(pieces: readonly Piece[], most = MOST_PIECES): Piece[] {
  const step = Math.max(1, pieces.length / most)
  return Array.from({ length: Math.min(pieces.length, most) }, (_, at) => pieces[Math.floor(at * step)] as Piece)
}
