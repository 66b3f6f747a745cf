import { OslerError } from '../domain/errors.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { formatBeside, formatDuration } from '../domain/time.ts'
import { type MediaProbe, probe } from './ffmpeg.ts'
import { refuseJoinedBoxes } from './joined.ts'
import type { Timeline } from './timeline.ts'
import { findWaveFaults, type WaveFaults } from './wave-faults.ts'

export interface Inspection extends Timeline {
  /** How many channels each sound track has. */
  tracks: number[]
  /** What ffmpeg must be told to read the file as it is. */
  inputs: string[]
}

/**
 * Reads a recording's header, without decoding it, so that what it admits costs no work. Throws `audio_unreadable`,
 * `audio_missing`, `audio_too_short`, `audio_too_long` and `audio_truncated`. Headers lie: `decode` checks again what was decoded.
 */
export async function inspect(file: string, limits: DurationLimits): Promise<Inspection> {
  const media = await probe(file)
  const sounds = media.streams.filter(({ codec_type }) => codec_type === 'audio')
  if (sounds.length === 0) {
    throw new OslerError(
      'audio_missing',
      'The file has no sound, only a picture or video: send the recording of the voices.',
    )
  }
  if (media.format?.format_name?.includes('mp4')) await refuseJoinedBoxes(file)
  const faults = await findWaveFaults(file)
  const timeline = readTimeline(media, sounds)
  const claimedMs = faults.isLengthless ? undefined : timeline.claimedMs
  if (claimedMs !== undefined) checkDuration(claimedMs, limits)
  const tracks = sounds.map(({ channels }) => channels ?? 1)
  return { ...timeline, claimedMs, tracks, inputs: inputsFor(faults, sounds[0]?.codec_name) }
}

function inputsFor({ isLengthless, isBigEndian }: WaveFaults, codec = ''): string[] {
  return [
    ...(isLengthless ? ['-ignore_length', '1'] : []),
    ...(isBigEndian && /^pcm_.*le$/.test(codec) ? ['-c:a', codec.replace(/le$/, 'be')] : []),
  ]
}

type Stream = MediaProbe['streams'][number]

/** WAV, FLAC and MP3 have no time stamps: what ffmpeg tells as such is counted, and miscounted where an MP3 changes its rate. */
const STAMPED = /mov|matroska|ogg/

/**
 * A header of QuickTime's or Matroska's family that names a length counts from 0, so that what begins late does so in the
 * recording. Elsewhere stamps count from when a stream began that this is a piece of.
 */
function readTimeline(media: MediaProbe, sounds: Stream[]): Timeline {
  const { format_name = '', ...format } = media.format ?? {}
  const startSeconds = Math.max(0, Number(format.start_time) || 0)
  const countsFromZero = /mov|matroska/.test(format_name) && startSeconds < Number(format.duration)
  const lateStartMs = countsFromZero ? Math.round(startSeconds * 1000) : 0
  const endSeconds = readEnd(media, sounds)
  const seconds = endSeconds - (countsFromZero ? 0 : startSeconds)
  const claimedMs = media.isEstimated || !(seconds > 0) ? undefined : Math.round(seconds * 1000)
  return { lateStartMs, hasStamps: STAMPED.test(format_name), claimedMs }
}

/** When the last sound track ends; not a number where no header says it. */
function readEnd({ streams, format }: MediaProbe, sounds: Stream[]): number {
  const isOgg = format?.format_name === 'ogg'
  // The duration of a track of Ogg is the stamp of its end.
  const ends = sounds.map(({ start_time = 0, duration }) => (isOgg ? 0 : Number(start_time)) + Number(duration))
  if (ends.every((end) => end > 0)) return Math.max(...ends)
  // The container's duration is that of its longest track, which may be the picture's.
  return streams.some(({ codec_type }) => codec_type === 'video') ? Number.NaN : Number(format?.duration)
}

export function checkDuration(actualMs: number, { minMs, maxMs }: DurationLimits): void {
  if (actualMs < minMs) {
    const actual = formatBeside(actualMs, minMs)
    const message = `The recording lasts ${actual}; the minimum is ${formatDuration(minMs)}: send a longer one.`
    throw new OslerError('audio_too_short', message, { actualMs, minMs })
  }
  if (actualMs > maxMs) {
    const actual = formatBeside(actualMs, maxMs)
    const message = `The recording lasts ${actual}; the limit is ${formatDuration(maxMs)}: send it in parts.`
    throw new OslerError('audio_too_long', message, { actualMs, maxMs })
  }
}
