import { OslerError } from './errors.ts'
import type { Item, Word } from './transcript.ts'

/** Sound as it comes over a socket: 16-bit little-endian samples, of two channels in turn. */
export interface LiveSound {
  sampleRate: number
  channels: 1 | 2
}

/** How a client writes samples: as they are kept, as the eight bits of each that telephones send (ITU-T G.711), or as fractions. */
export type SampleCoding = 'pcm' | 'mulaw' | 'alaw' | 'float32'

/** Sound that a decoder must read: a file whose beginning tells what it is, or frames of a codec by themselves. */
export const MEDIA_CODINGS = ['container', 'flac', 'amrnb', 'amrwb', 'g729'] as const
export type MediaCoding = (typeof MEDIA_CODINGS)[number]

/** What a client's sound is made of. */
export type SoundCoding = SampleCoding | MediaCoding

/** When text is final of what is said. */
export interface LivePace {
  /** A silence of this length ends what is being said. */
  pauseMs?: number | undefined
  /** Text is final at once, as good as it is by then, and bettered afterwards under the same id. */
  isHurried?: boolean | undefined
}

/** How a recording is heard that goes on. */
export interface LiveOptions extends LivePace {
  coding?: SoundCoding | undefined
}

/** With less, what is said would fall apart into words. */
const LEAST_PAUSE_MS = 200
/** Who wants so little silence to end what is said waits for its text. */
const MOST_HURRIED_MS = 300

/** How a client is heard that names the silence that is to end what is being said, in milliseconds; less than 200 is 200. */
export function paceOf(silenceMs: number): Required<LivePace> & { pauseMs: number } {
  return { pauseMs: Math.max(LEAST_PAUSE_MS, silenceMs), isHurried: silenceMs <= MOST_HURRIED_MS }
}

const LEAST_SAMPLE_RATE = 8_000
const MOST_SAMPLE_RATE = 48_000

export const bytesPerMs = ({ sampleRate, channels }: LiveSound): number => (sampleRate * channels * 2) / 1000

/**
 * What happens to a recording while it goes on. Times are in its own milliseconds; an utterance is known by the id that its
 * first item has, or will have.
 */
export type LiveChange =
  /** So many bytes of the sound are on the disk. */
  | { type: 'kept'; position: number }
  | { type: 'begun'; id: string; channel: number; startMs: number }
  /** What is heard so far; the first `stable` words will hardly change. Stored nowhere. */
  | { type: 'partial'; id: string; channel: number; startMs: number; endMs: number; words: Word[]; stable: number }
  | { type: 'ended'; id: string; channel: number; startMs: number; endMs: number }
  /** What was said, a sentence an item, as it is stored until the whole is heard; none where nothing was understood. */
  | { type: 'final'; id: string; channel: number; startMs: number; endMs: number; items: Item[] }
  /** What was told as final in a hurry is heard better: the items that say something else, and ids that others took in. */
  | { type: 'bettered'; items: Item[]; gone: string[] }
  /** No text comes any more; sound is kept as before, and heard when it has ended. */
  | { type: 'unheard' }

/** What somebody is saying at this moment, as far as it is heard; `stable`, its beginning, hardly changes. */
export interface OpenText {
  /** That its first item will have. */
  id: string
  startMs: number
  endMs: number
  text: string
  stable: string
}

export function openTextOf({ id, startMs, endMs, words, stable }: Extract<LiveChange, { type: 'partial' }>): OpenText {
  const textOf = (some: readonly Word[]) => some.map(({ text }) => text).join(' ')
  return { id, startMs, endMs, text: textOf(words), stable: textOf(words.slice(0, stable)) }
}

/** The sound as it is described, if it is one that can be taken. Throws `request_invalid`. */
export function checkSound({ sampleRate, channels }: LiveSound): LiveSound {
  const isRate = Number.isInteger(sampleRate) && sampleRate >= LEAST_SAMPLE_RATE && sampleRate <= MOST_SAMPLE_RATE
  if (isRate && (channels === 1 || channels === 2)) return { sampleRate, channels }
  const takes = `${LEAST_SAMPLE_RATE} to ${MOST_SAMPLE_RATE} samples a second, on 1 or 2 channels`
  throw new OslerError('request_invalid', `The sound has ${sampleRate} on ${channels}: send ${takes}.`)
}
