import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTES_PER_MS, type PcmAudio, SAMPLE_RATE } from '../domain/audio.ts'
import { OslerError } from '../domain/errors.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { formatDuration } from '../domain/time.ts'
import { compareChannels } from './channels.ts'
import { transcode } from './ffmpeg.ts'
import { checkDuration, inspect } from './probe.ts'

/** Encoders pad and headers round; what is missing beyond this was cut off. */
const TRUNCATED_MS = 1000
const TRUNCATED_SHARE = 0.02

const PCM = ['-vn', '-sn', '-dn', '-map_metadata', '-1', '-ar', String(SAMPLE_RATE), '-f', 's16le']

/**
 * Decodes a recording into scratch files: one, or two where one speaker is on each channel. Throws what `inspect`
 * throws, for the length that was really decoded, and `audio_truncated`.
 */
export async function decode(
  file: string,
  scratch: string,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<PcmAudio> {
  const { claimedMs, channels } = await inspect(file, limits)
  const isStereo = channels === 2
  const paths = (isStereo ? ['mixed', 'left', 'right'] : ['mixed']).map((name) => join(scratch, `${name}.pcm`))
  // A little more than the limit is decoded, so that what is too long is seen to be; a bomb costs no more than that.
  const seconds = Math.ceil(limits.maxMs / 1000) + 2
  await transcode(file, wordsFor(paths, seconds), 30_000 + limits.maxMs / 4, signal)
  const [mixed = '', left = '', right = ''] = paths
  const durationMs = Math.round((await stat(mixed)).size / BYTES_PER_MS)
  checkDecoded(durationMs, claimedMs, limits)
  if (!isStereo) return { channels: [mixed], durationMs }
  const found = await compareChannels(left, right)
  const layouts = { same: [mixed], apart: [left, right], left: [left], right: [right], opposed: [left] }
  const deadChannel = { left: 'right', right: 'left', same: undefined, apart: undefined, opposed: undefined } as const
  const dead = deadChannel[found]
  return {
    ...{ channels: layouts[found], durationMs },
    ...(found === 'apart' && { mixed }),
    ...(dead && { deadChannel: dead }),
  }
}

function wordsFor([mixed = '', ...sides]: string[], seconds: number): string[] {
  const output = (words: string[], path: string) => ['-t', String(seconds), ...words, ...PCM, `file:${path}`]
  const side = (path: string, channel: number) => output(['-map', '0:a:0', '-af', `pan=mono|c0=c${channel}`], path)
  return [...output(['-map', '0:a:0', '-ac', '1'], mixed), ...sides.flatMap(side)]
}

function checkDecoded(durationMs: number, claimedMs: number | undefined, limits: DurationLimits): void {
  if (durationMs === 0) throw new OslerError('audio_unreadable', 'No sound could be decoded from the recording.')
  if (claimedMs !== undefined && claimedMs - durationMs > Math.max(TRUNCATED_MS, claimedMs * TRUNCATED_SHARE)) {
    const message = `The recording ends after ${formatDuration(durationMs)}, but its header says ${formatDuration(claimedMs)}: send the whole file.`
    throw new OslerError('audio_truncated', message, { durationMs, claimedMs })
  }
  checkDuration(durationMs, limits)
}
