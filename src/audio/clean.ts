import type { PcmAudio } from '../domain/audio.ts'
import type { Warning, WarningCode } from '../domain/warnings.ts'
import { filterPcm } from './ffmpeg.ts'
import { measureAudio, type SoundCondition } from './measure.ts'

export interface CleanedAudio {
  audio: PcmAudio
  /** What was wrong, and what was done about it. */
  warnings: Warning[]
}

const FULL_SCALE = 32_768
/** Below this usual peak, -25 dBFS, recognisers hear worse: measured with an engine that is gone, 32 % against 24 % word errors at -35 dB. */
const QUIET_PEAK = FULL_SCALE * 10 ** (-25 / 20)
const WANTED_PEAK = FULL_SCALE * 10 ** (-6 / 20)
const HIGHEST_PEAK = FULL_SCALE * 10 ** (-1 / 20)
const CLIPPED_SHARE = 0.02

/**
 * Notices what is wrong with a recording, and mends what can be mended without harm: what is very quiet is made louder,
 * mains hum is filtered out. Nothing else is touched; what was clipped stays so, and noise is not taken away, since both only
 * sound better and are heard worse.
 */
export async function cleanAudio(audio: PcmAudio, signal: AbortSignal): Promise<CleanedAudio> {
  const warnings = new Map<string, Warning>()
  const channels: string[] = []
  for (const path of audio.channels) {
    const condition = await measureAudio(path, signal)
    for (const warning of warn(condition)) warnings.set(warning.code, warning)
    const filters = filtersFor(condition)
    const mended = `${path}.mended`
    if (filters.length > 0) await filterPcm(path, mended, filters, 30_000 + audio.durationMs / 4, signal)
    channels.push(filters.length > 0 ? mended : path)
  }
  if (audio.deadChannel) warnings.set('channel_silent', silent(audio.deadChannel))
  return { audio: { ...audio, channels }, warnings: [...warnings.values()] }
}

/** What nobody can hear anything in is silence and not too quiet. */
const isQuiet = ({ usualPeak }: SoundCondition) => usualPeak > 30 && usualPeak < QUIET_PEAK

function filtersFor(condition: SoundCondition): string[] {
  const { humHertz, peak, usualPeak } = condition
  const gain = Math.min(WANTED_PEAK / usualPeak, HIGHEST_PEAK / peak)
  return [
    ...(humHertz
      ? ['highpass=f=80', ...[1, 2, 3, 4].map((at) => `bandreject=f=${humHertz * at}:width_type=h:w=4`)]
      : []),
    ...(isQuiet(condition) ? [`volume=${gain.toFixed(2)}`] : []),
  ]
}

function warn(condition: SoundCondition): Warning[] {
  const { clippedShare, humHertz, usualPeak } = condition
  const decibels = Math.round(20 * Math.log10(usualPeak / FULL_SCALE))
  const found: [boolean, WarningCode, string][] = [
    [
      clippedShare >= CLIPPED_SHARE,
      'audio_clipped',
      `The recording was too loud for its microphone in ${Math.ceil(clippedShare * 100)} % of what is loud in it: words there may be heard wrongly.`,
    ],
    [isQuiet(condition), 'audio_quiet', `The recording is very quiet (${decibels} dBFS) and was made louder.`],
    [humHertz !== undefined, 'audio_hum', `Mains hum of ${humHertz} Hz was filtered out of the recording.`],
  ]
  return found.flatMap(([isSo, code, message]) => (isSo ? [{ code, message }] : []))
}

const silent = (side: string): Warning => ({
  code: 'channel_silent',
  message: `Nothing can be heard on the ${side}: is a microphone off?`,
})
