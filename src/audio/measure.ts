import { SAMPLE_RATE } from '../domain/audio.ts'
import { energyOf, readFrames } from './frames.ts'

/** What is wrong with the sound of a channel, as numbers. */
export interface SoundCondition {
  /** Of 16-bit samples. */
  peak: number
  /** The peak that one frame in a hundred exceeds: a click or two do not count. */
  usualPeak: number
  /** Share of the loud frames whose tops are cut off. */
  clippedShare: number
  /** The mains frequency that pauses consist of, where they do. */
  humHertz?: 50 | 60
}

const FRAME_SAMPLES = (SAMPLE_RATE * 30) / 1000
const BLOCK_FRAMES = 16
/** Flat tops: so many samples in a row that are equal but for rounding, near the top of their frame. */
const FLAT_SAMPLES = 4
const FLAT_DIFFERENCE = 2
const TOP = 0.98
const LEAST_CLIPPED_PEAK = 4000
/** Frames within 12 dB of the loudest are loud. */
const LOUD = 0.25
const HARMONICS = 4
/** Hum does not come and go: of what follows two minutes every eighth block is enough, or an hour would take four seconds. */
const isSearched = (block: number) => block < 250 || block % 8 === 0
/** Of the energy in pauses; speech and noise have no such lines. */
const HUM_SHARE = 0.6
/** Mean square of a hum that can be heard: -60 dBFS. */
const AUDIBLE = 1000

interface Block {
  energy: number
  /** By mains frequency: energy in its line and harmonics. */
  hum: Record<50 | 60, number>
}

/** Looks at a scratch file once, in bounded memory. */
export async function measureAudio(path: string, signal: AbortSignal): Promise<SoundCondition> {
  const peaks: number[] = []
  const clipped: boolean[] = []
  const blocks: Block[] = []
  const block = new Int16Array(BLOCK_FRAMES * FRAME_SAMPLES)
  for await (const frame of readFrames(path, FRAME_SAMPLES)) {
    signal.throwIfAborted()
    const peak = peakOf(frame)
    block.set(frame, (peaks.length % BLOCK_FRAMES) * FRAME_SAMPLES)
    peaks.push(peak)
    clipped.push(isClipped(frame, peak))
    if (peaks.length % BLOCK_FRAMES === 0 && isSearched(peaks.length / BLOCK_FRAMES)) blocks.push(measureBlock(block))
  }
  const loudest = Math.max(0, ...quantiles(peaks, [1]))
  const [usualPeak = 0] = quantiles(peaks, [0.99])
  const isLoud = (at: number) => (peaks[at] ?? 0) >= usualPeak * LOUD
  const loud = peaks.keys().filter(isLoud).toArray()
  const humHertz = findHum(blocks)
  return {
    peak: loudest,
    usualPeak,
    clippedShare: loud.filter((at) => clipped[at]).length / Math.max(1, loud.length),
    ...(humHertz && { humHertz }),
  }
}

function quantiles(values: readonly number[], shares: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  return shares.map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
}

function peakOf(frame: Int16Array): number {
  let peak = 0
  for (const sample of frame) peak = Math.max(peak, Math.abs(sample))
  return peak
}

function isClipped(frame: Int16Array, peak: number): boolean {
  if (peak < LEAST_CLIPPED_PEAK) return false
  let flat = 1
  for (let at = 1; at < frame.length; at++) {
    const [before, sample] = [frame[at - 1] as number, frame[at] as number]
    const isFlat = Math.abs(sample) >= TOP * peak && Math.abs(sample - before) <= FLAT_DIFFERENCE
    flat = isFlat ? flat + 1 : 1
    if (flat >= FLAT_SAMPLES) return true
  }
  return false
}

function measureBlock(samples: Int16Array): Block {
  const lines = (mains: number) =>
    Array.from({ length: HARMONICS }, (_, at) => lineEnergy(samples, mains * (at + 1))).reduce(
      (sum, line) => sum + line,
    )
  return { energy: energyOf(samples), hum: { 50: lines(50), 60: lines(60) } }
}

/** Mean square of one frequency in a block (Goertzel 1958). */
function lineEnergy(samples: Int16Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE)
  let [last, before] = [0, 0]
  for (const sample of samples) [last, before] = [sample + turn * last - before, last]
  return (2 * (last * last + before * before - turn * last * before)) / samples.length ** 2
}

/** The mains frequency that the quietest fifth of the blocks consists of. */
function findHum(blocks: readonly Block[]): 50 | 60 | undefined {
  const quiet = blocks.toSorted((a, b) => a.energy - b.energy).slice(0, Math.max(1, Math.floor(blocks.length / 5)))
  const sum = (read: (block: Block) => number) => quiet.reduce((total, block) => total + read(block), 0)
  const energy = sum((block) => block.energy)
  if (energy < AUDIBLE * quiet.length) return undefined
  const stronger = sum(({ hum }) => hum[50]) >= sum(({ hum }) => hum[60]) ? 50 : 60
  return sum(({ hum }) => hum[stronger]) > HUM_SHARE * energy ? stronger : undefined
}
