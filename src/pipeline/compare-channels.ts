import { SAMPLE_RATE } from '../domain/audio.ts'
import { readFrames } from './read-frames.ts'

/** What two channels hold: the same sound, one speaker each, or sound on one of them only. */
export type ChannelLayout = 'same' | 'apart' | 'left' | 'right'

const FRAME_SAMPLES = (SAMPLE_RATE * 30) / 1000
/** Mean square above which a frame counts as sound: about -55 dBFS. */
const AUDIBLE = 3000
/** One channel holds a frame alone when it is this much stronger: 10 dB. */
const DOMINANT = 10
/** Share of the audible frames that one channel holds alone where each speaker has a channel. */
const APART_SHARE = 0.6
/** Below this share a channel has no speaker of its own. */
const SPEAKER_SHARE = 0.02

export interface Dominance {
  audible: number
  left: number
  right: number
}

/**
 * Tells whether two channels carry one speaker each, as telehealth recorders write them, by who is louder when.
 * Two microphones in one room hear both speakers at similar levels, and count as the same sound.
 */
export async function compareChannels(leftPath: string, rightPath: string): Promise<ChannelLayout> {
  const dominance: Dominance = { audible: 0, left: 0, right: 0 }
  const rightFrames = readFrames(rightPath, FRAME_SAMPLES)
  for await (const leftFrame of readFrames(leftPath, FRAME_SAMPLES)) {
    const { value: rightFrame } = await rightFrames.next()
    if (rightFrame) count(dominance, meanSquare(leftFrame), meanSquare(rightFrame))
  }
  return judge(dominance)
}

function count(dominance: Dominance, left: number, right: number): void {
  if (Math.max(left, right) < AUDIBLE) return
  dominance.audible++
  if (left > right * DOMINANT) dominance.left++
  if (right > left * DOMINANT) dominance.right++
}

export function judge({ audible, left, right }: Dominance): ChannelLayout {
  const isSpeaker = (frames: number) => frames >= audible * SPEAKER_SHARE
  if (audible === 0 || left + right < audible * APART_SHARE) return 'same'
  if (isSpeaker(left) && isSpeaker(right)) return 'apart'
  return left > right ? 'left' : 'right'
}

function meanSquare(frame: Int16Array): number {
  let sum = 0
  for (const sample of frame) sum += sample * sample
  return sum / frame.length
}
