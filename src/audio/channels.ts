import { SAMPLE_RATE } from '../domain/audio.ts'
import { readFrames } from './frames.ts'

/** What two channels hold: the same sound (with opposed signs too), one speaker each, or sound on one of them only. */
export type ChannelLayout = 'same' | 'opposed' | 'apart' | 'left' | 'right'

/** Mean squares of one frame: of each channel, and of both mixed. */
export interface FrameLevels {
  left: number
  right: number
  mixed: number
}

const FRAME_SAMPLES = (SAMPLE_RATE * 30) / 1000
/** A channel that never gets above this is dead: about -55 dBFS. */
const AUDIBLE = 3000
/** Where the loud frames are; the few above may be clicks. */
const LOUD_SHARE = 0.99
/** Frames fainter than the loud ones by more than 20 dB are pauses, in which only the line is heard. */
const FAINT = 0.01
/** One channel holds a frame alone when it is this much stronger: 10 dB. */
const DOMINANT = 10
/** Share of the frames with speech that one channel holds alone where each speaker has a channel. */
const APART_SHARE = 0.6
/** Whoever is heard alone for 0.3 s is a speaker: one "yes" may be all that a patient says. */
const LEAST_SPEAKER_FRAMES = 10
/** Two channels of opposite sign leave less than this of their energy when they are mixed. */
const CANCELLED = 0.01

/**
 * Tells whether two channels carry one speaker each, as telehealth recorders write them, by who is louder when.
 * Two microphones in one room hear both speakers at similar levels, and count as the same sound.
 */
export async function compareChannels(leftPath: string, rightPath: string): Promise<ChannelLayout> {
  const frames: FrameLevels[] = []
  const rightFrames = readFrames(rightPath, FRAME_SAMPLES)
  for await (const leftFrame of readFrames(leftPath, FRAME_SAMPLES)) {
    const { value: rightFrame } = await rightFrames.next()
    if (rightFrame) frames.push(measure(leftFrame, rightFrame))
  }
  return judge(frames)
}

/** The layout, by the levels of all frames. A channel is only left out when it holds nothing that could be heard. */
export function judge(frames: readonly FrameLevels[]): ChannelLayout {
  if (frames.every((frame) => louder(frame) < AUDIBLE)) return 'same'
  if (frames.every(({ right }) => right < AUDIBLE)) return 'left'
  if (frames.every(({ left }) => left < AUDIBLE)) return 'right'
  if (isApart(frames)) return 'apart'
  const total = (level: (frame: FrameLevels) => number) => frames.reduce((sum, frame) => sum + level(frame), 0)
  const isCancelled = total(({ mixed }) => mixed) < CANCELLED * total(({ left }) => left)
  return isCancelled ? 'opposed' : 'same'
}

function isApart(frames: readonly FrameLevels[]): boolean {
  const levels = frames.map(louder).sort((a, b) => a - b)
  const loud = levels[Math.floor(LOUD_SHARE * (levels.length - 1))] ?? 0
  const spoken = frames.filter((frame) => louder(frame) >= Math.max(AUDIBLE, loud * FAINT))
  const leftAlone = spoken.filter(({ left, right }) => left > right * DOMINANT).length
  const rightAlone = spoken.filter(({ left, right }) => right > left * DOMINANT).length
  const hasTwoSpeakers = Math.min(leftAlone, rightAlone) >= LEAST_SPEAKER_FRAMES
  return hasTwoSpeakers && leftAlone + rightAlone >= spoken.length * APART_SHARE
}

const louder = ({ left, right }: FrameLevels) => Math.max(left, right)

function measure(left: Int16Array, right: Int16Array): FrameLevels {
  let leftSum = 0
  let rightSum = 0
  let product = 0
  for (let index = 0; index < left.length; index++) {
    const a = left[index] ?? 0
    const b = right[index] ?? 0
    leftSum += a * a
    rightSum += b * b
    product += a * b
  }
  const mixedSum = (leftSum + rightSum + 2 * product) / 4
  return { left: leftSum / left.length, right: rightSum / left.length, mixed: mixedSum / left.length }
}
