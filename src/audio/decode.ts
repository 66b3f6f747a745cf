import { rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTES_PER_MS, type PcmAudio, SAMPLE_RATE } from '../domain/audio.ts'
import { OslerError } from '../domain/errors.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { formatDuration } from '../domain/time.ts'
import { compareChannels } from './channels.ts'
import { PCM, transcode, transcodeScratch } from './ffmpeg.ts'
import { isChained } from './ogg-chain.ts'
import { checkDuration, type Inspection, inspect } from './probe.ts'
import { filtersOf } from './timeline.ts'

/** Encoders pad and headers round; what is missing beyond this was cut off. */
const TRUNCATED_MS = 1000
const TRUNCATED_SHARE = 0.02

const NAMES = {
  channels: ['left channel', 'right channel'],
  tracks: ['first sound track', 'second sound track'],
} as const

/** A jump of a track's stamps by less is a pause (of Ogg too, in which ffmpeg takes 10 s for a new beginning). */
const NEW_BEGINNING_SECONDS = '3600'

/**
 * Decodes a recording into scratch files: one, or two where one speaker is on each channel, or on each of two sound
 * tracks. Every sound has the time that its container gives it. Throws what `inspect` throws, for the length that was
 * really decoded, and `audio_truncated`.
 */
export async function decode(
  file: string,
  scratch: string,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<PcmAudio> {
  const inspected = await inspect(file, limits)
  const inspection = { ...inspected, hasStamps: inspected.hasStamps && !(await isChained(file)) }
  const work: Work = {
    ...{ file, scratch, inspection, signal },
    // A little more than the limit is decoded, so that what is too long is seen to be; a bomb costs no more than that.
    length: ['-t', String(Math.ceil(limits.maxMs / 1000) + 2)],
    timeoutMs: 30_000 + limits.maxMs / 4,
  }
  const { mixed, sides } = await separate(work)
  const durationMs = Math.round((await stat(mixed)).size / BYTES_PER_MS)
  checkDecoded(durationMs, inspection.claimedMs, limits)
  if (sides === undefined) return { channels: [mixed], durationMs }
  const [left, right] = sides
  const found = await compareChannels(left, right)
  const layouts = { same: [mixed], apart: [left, right], left: [left], right: [right], opposed: [left] }
  const names = inspection.tracks.length === 1 ? NAMES.channels : NAMES.tracks
  const dead = found === 'left' ? names[1] : found === 'right' && names[0]
  return {
    ...{ channels: layouts[found], durationMs },
    ...(found === 'apart' && { mixed }),
    ...(dead && { deadChannel: dead }),
  }
}

interface Work {
  file: string
  scratch: string
  inspection: Inspection
  length: string[]
  timeoutMs: number
  signal: AbortSignal
}

interface Separated {
  mixed: string
  /** Where each of two speakers may have a side. */
  sides?: [string, string]
}

/** Scratch files of samples from time 0 on: all in one, and what is on either side where there are two. */
async function separate(work: Work): Promise<Separated> {
  const { scratch, inspection, length, timeoutMs, signal } = work
  const { tracks } = inspection
  const timeline = filtersOf(inspection)
  const pcm = (name: string) => join(scratch, `${name}.pcm`)
  const output = (track: number, path: string, filters: string[] = []) => {
    const all = [...timeline, ...filters]
    const filter = all.length > 0 ? ['-af', all.join(',')] : []
    return ['-map', `0:a:${track}`, ...filter, ...length, ...PCM, `file:${path}`]
  }
  const stamped = await decodeTracks(work)
  const lay = async (outputs: string[]) => {
    await transcodeScratch(['-copyts', '-i', `file:${stamped}`, ...outputs], timeoutMs, signal)
    await rm(stamped)
  }
  const mixed = pcm('mixed')
  const sides: [string, string] = [pcm('left'), pcm('right')]
  if (tracks.length === 1) {
    const isStereo = tracks[0] === 2
    const split = sides.flatMap((path, channel) => output(0, path, [`pan=mono|c0=c${channel}`]))
    await lay([...output(0, mixed), ...(isStereo ? split : [])])
    return isStereo ? { mixed, sides } : { mixed }
  }
  const paths = tracks.length === 2 ? sides : tracks.map((_, track) => pcm(`track-${track}`))
  await lay(paths.flatMap((path, track) => output(track, path)))
  await padToLongest(paths)
  const inputs = paths.flatMap((path) => [...PCM, '-i', `file:${path}`])
  const mix = ['-filter_complex', `amix=inputs=${paths.length}`, ...PCM, `file:${mixed}`]
  await transcodeScratch([...inputs, ...mix], timeoutMs, signal)
  return tracks.length === 2 ? { mixed, sides } : { mixed }
}

/**
 * The sound tracks at our rate, with their time stamps. They are laid on the timeline in a second step, since ffmpeg makes
 * its filters anew, and forgets how far they were, where a track changes its rate or channels.
 */
async function decodeTracks({ file, scratch, inspection, length, timeoutMs, signal }: Work): Promise<string> {
  const { tracks, lateStartMs } = inspection
  const stamped = join(scratch, 'stamped.nut')
  const inputs = [
    ...['-dts_delta_threshold', NEW_BEGINNING_SECONDS, '-itsoffset', `${lateStartMs}ms`],
    ...inspection.inputs,
  ]
  const outputs = tracks.flatMap((channels, track) => ['-map', `0:a:${track}`, ...mixdown(channels, track, tracks)])
  const form = [
    '-map_metadata',
    '-1',
    '-map_chapters',
    '-1',
    '-ar',
    String(SAMPLE_RATE),
    '-c:a',
    'pcm_s16le',
    '-f',
    'nut',
  ]
  await transcode(file, { inputs, outputs: [...outputs, ...length, ...form, `file:${stamped}`] }, timeoutMs, signal)
  return stamped
}

/** ffmpeg mixes what it knows the places of; of more channels each counts the same. */
function mixdown(channels: number, track: number, tracks: number[]): string[] {
  if (channels <= 2) return [`-ac:a:${track}`, String(tracks.length === 1 ? channels : 1)]
  const sum = Array.from({ length: channels }, (_, channel) => `c${channel}`).join('+')
  return [`-filter:a:${track}`, `pan=mono|c0<${sum}`]
}

async function padToLongest(paths: string[]): Promise<void> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  for (const path of paths) await truncate(path, Math.max(...sizes))
}

function checkDecoded(durationMs: number, claimedMs: number | undefined, limits: DurationLimits): void {
  if (durationMs === 0)
    throw new OslerError('audio_unreadable', 'The recording has a header and no sound: record or export it again.')
  if (claimedMs !== undefined && claimedMs - durationMs > Math.max(TRUNCATED_MS, claimedMs * TRUNCATED_SHARE)) {
    const message = `The recording ends after ${formatDuration(durationMs)}, but its header says ${formatDuration(claimedMs)}: send the whole file.`
    throw new OslerError('audio_truncated', message, { durationMs, claimedMs })
  }
  checkDuration(durationMs, limits)
}
