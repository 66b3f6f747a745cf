import { OslerError } from '../domain/errors.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { formatDuration } from '../domain/time.ts'
import { checkWhole } from './check-whole.ts'
import { type MediaProbe, probe } from './ffmpeg.ts'

export interface Inspection {
  /** What the header says; undefined where it says nothing or only a guess is possible. */
  claimedMs?: number
  channels: number
}

/**
 * Reads a recording's header, without decoding it, so that what it admits costs no work. Throws `audio_unreadable`,
 * `audio_missing`, `audio_too_short`, `audio_too_long` and `audio_truncated`. Headers lie: `decode` checks again what was decoded.
 */
export async function inspect(file: string, limits: DurationLimits): Promise<Inspection> {
  const media = await probe(file)
  const sound = media.streams.find(({ codec_type }) => codec_type === 'audio')
  if (sound === undefined) {
    throw new OslerError('audio_missing', 'The file has no sound: it holds a picture or video only.')
  }
  await checkWhole(file)
  const claimedMs = readClaim(media, sound)
  if (claimedMs === undefined) return { channels: sound.channels ?? 1 }
  checkDuration(claimedMs, limits)
  return { claimedMs, channels: sound.channels ?? 1 }
}

// The container's duration is that of its longest track, which may be the picture's.
function readClaim({ streams, format, isEstimated }: MediaProbe, sound: { duration?: string }): number | undefined {
  const hasPicture = streams.some(({ codec_type }) => codec_type === 'video')
  const seconds = Number(sound.duration ?? (hasPicture ? undefined : format?.duration))
  return isEstimated || !(seconds > 0) ? undefined : Math.round(seconds * 1000)
}

export function checkDuration(actualMs: number, { minMs, maxMs }: DurationLimits): void {
  const actual = formatDuration(actualMs)
  if (actualMs < minMs) {
    const message = `The recording lasts ${actual}; the minimum is ${formatDuration(minMs)}.`
    throw new OslerError('audio_too_short', message, { actualMs, minMs })
  }
  if (actualMs > maxMs) {
    const message = `The recording lasts ${actual}; the limit is ${formatDuration(maxMs)}.`
    throw new OslerError('audio_too_long', message, { actualMs, maxMs })
  }
}
