import { gainOf, type IsOneMore } from './count-voices.ts'
import type { EmbeddedPiece } from './embedded-pieces.ts'
import { followVoices, type KnownVoice } from './follow-voices.ts'
import { COEFFICIENTS } from './mel-cepstrum.ts'
import type { VoiceFrames } from './voice-frames.ts'
import { dot, sumOf } from './voice-likeness.ts'
import { modelVoice } from './voice-model.ts'

// Measured on 71 recordings of one real voice (5 s to 4.5 min, half of them through a telephone's filter), on 82 of two or
// three real voices, most of them joined of the former, and on 17 of voices made by flite.

/** In fewer pieces one voice may change as much as two differ. */
const LEAST_PIECES = 6
/** One voice gave 1.5 to 4.2 in up to 9 pieces, 6 in 28 and 11 in 272; two voices 4 and more in 9, 5 in 25, 51 in 154. */
const LEAST_GAIN = 4
const LEAST_GAIN_PER_PIECE = 0.03
/** Where the gain was enough, two voices were alike by 0.45 to 0.91, one voice that was cut in two by 0.90 to 0.98. */
const UNLIKE = 0.87
const ALIKE = 0.93
/** What lies between counts as two if the spectrum says so too: for two voices by 0.47 a frame, for one up to 0.13. */
const LEAST_EVIDENCE = 0.3

/** By embeddings; where these leave it open, by the spectrum of each voice. */
export const isOneMoreByEmbedding =
  (frames: VoiceFrames, knownOf: (pieces: readonly EmbeddedPiece[]) => KnownVoice): IsOneMore<EmbeddedPiece> =>
  (before, after) => {
    const pieces = after.flat().length
    if (pieces < LEAST_PIECES || gainOf(before, after) <= LEAST_GAIN + LEAST_GAIN_PER_PIECE * pieces) return false
    if (!after.every((group) => isHeardApart(group, after))) return false
    const alike = mostAlike(after)
    if (alike < UNLIKE || alike >= ALIKE) return alike < UNLIKE
    const evidence = (groups: typeof after) => evidenceFor(frames, groups.map(knownOf))
    return evidence(after) - evidence(before) > LEAST_EVIDENCE
  }

/**
 * Whether a voice has a piece that shares no sound with another's. One that has none is how one voice ends its sentences: the same
 * sentence, said six times, was cut in the same place each time.
 */
function isHeardApart(group: readonly EmbeddedPiece[], groups: readonly (readonly EmbeddedPiece[])[]): boolean {
  const others = groups.filter((other) => other !== group).flat()
  return group.some(({ first, end }) => others.every((other) => other.end <= first || end <= other.first))
}

/** How alike the two nearest voices are, against how alike the pieces of one are; a single piece is no voice. */
function mostAlike(groups: readonly (readonly EmbeddedPiece[])[]): number {
  const voices = groups.map((group) => ({ count: group.length, sum: sumOf(group) }))
  if (voices.some(({ count }) => count < 2)) return 1
  const within = voices.map(({ count, sum }) => (dot(sum, sum) - count) / (count * (count - 1)))
  const pairs = voices.flatMap((one, at) =>
    voices.slice(0, at).map((other, before) => {
      const across = dot(one.sum, other.sum) / (one.count * other.count)
      return across / Math.sqrt((within[at] as number) * (within[before] as number))
    }),
  )
  return Math.max(...pairs)
}

/**
 * The mean fit of the frames to the voices that they are heard in, less what so many voices would fit by chance (Bayesian
 * information criterion; Chen & Gopalakrishnan 1998). Groups in which a voice is hardly heard have none.
 */
function evidenceFor(frames: VoiceFrames, known: readonly KnownVoice[]): number {
  const { voices } = followVoices(frames, known)
  if (voices.length < known.length) return Number.NEGATIVE_INFINITY
  const count = voices.reduce((sum, { loud }) => sum + loud.length, 0)
  const fit = voices.reduce((sum, { loud }) => sum + fitOf(frames, loud), 0)
  const parameters = COEFFICIENTS + (COEFFICIENTS * (COEFFICIENTS + 1)) / 2
  return (fit - 0.5 * parameters * voices.length * Math.log(count)) / count
}

function fitOf(frames: VoiceFrames, loud: readonly number[]): number {
  const fit = modelVoice(frames, loud)
  return loud.reduce((sum, at) => sum + fit(at), 0)
}
