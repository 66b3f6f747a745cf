import { open } from 'node:fs/promises'
import { pitchPeriod } from '../../../audio/pitch.ts'
import { BYTES_PER_MS, SAMPLE_RATE, type SpeechSegment } from '../../../domain/audio.ts'
import { COEFFICIENTS, HOP_SAMPLES, openCepstrum, WINDOW_SAMPLES } from './mel-cepstrum.ts'

export const FRAME_MS = (HOP_SAMPLES * 1000) / SAMPLE_RATE
/** What is fainter than the loudest twentieth by so much (a natural logarithm of energy) is breath, room and endings. */
const LOUD_SHARE = 0.95
const LOUD_RANGE = 5
const PITCH_SAMPLES = 480

/** What voices sound like every 20 ms where somebody speaks. */
export interface VoiceFrames {
  count: number
  /** By frame, `COEFFICIENTS` numbers each. */
  cepstra: Float32Array
  /** Natural logarithm of the pitch's period; 0 where there is none. */
  periods: Float32Array
  /** When each begins. */
  startsMs: Float64Array
  /** Which segment each belongs to. */
  segments: Int32Array
  /** 1 where a voice is loud enough to be told from the room. */
  isLoud: Uint8Array
}

/** Reads the frames of a scratch file's segments. */
export async function readVoiceFrames(path: string, segments: readonly SpeechSegment[]): Promise<VoiceFrames> {
  const counts = segments.map(({ startMs, endMs }) =>
    Math.max(0, Math.floor(((endMs - startMs) * (SAMPLE_RATE / 1000) - WINDOW_SAMPLES) / HOP_SAMPLES) + 1),
  )
  const frames = makeFrames(counts.reduce((sum, count) => sum + count, 0))
  const loudness = new Float32Array(frames.count)
  const cepstrum = openCepstrum()
  await using file = await open(path)
  let frame = 0
  for (const [index, { startMs, endMs }] of segments.entries()) {
    const { buffer } = await file.read(
      Buffer.alloc((endMs - startMs) * BYTES_PER_MS),
      0,
      undefined,
      startMs * BYTES_PER_MS,
    )
    const samples = new Int16Array(new Uint8Array(buffer).buffer)
    for (let at = 0; at < (counts[index] ?? 0); at++, frame++) {
      const first = at * HOP_SAMPLES
      loudness[frame] = cepstrum(samples.subarray(first, first + WINDOW_SAMPLES), frames.cepstra, frame * COEFFICIENTS)
      const period = pitchPeriod(samples.subarray(first, first + PITCH_SAMPLES))
      frames.periods[frame] = period > 0 ? Math.log(period) : 0
      frames.startsMs[frame] = startMs + at * FRAME_MS
      frames.segments[frame] = index
    }
  }
  const least = (loudness.toSorted()[Math.floor(LOUD_SHARE * frames.count)] ?? 0) - LOUD_RANGE
  for (const [at, loud] of loudness.entries()) frames.isLoud[at] = loud > least ? 1 : 0
  return frames
}

function makeFrames(count: number): VoiceFrames {
  return {
    count,
    cepstra: new Float32Array(count * COEFFICIENTS),
    periods: new Float32Array(count),
    startsMs: new Float64Array(count),
    segments: new Int32Array(count),
    isLoud: new Uint8Array(count),
  }
}
