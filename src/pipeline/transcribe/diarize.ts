import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { Diarization, Diarizer } from '../../engines/diarization/diarizer.ts'
import { firstThatWorks } from './first-that-works.ts'

export interface Split extends Diarization {
  warnings: Warning[]
}

const NOBODY: Split = { turns: [], voices: [], warnings: [] }

/**
 * Who speaks when, by voice. Where each speaker has a channel, or one person speaks, there is nothing to tell apart. The
 * first diarizer that works is believed; where none does, that costs a warning and no transcript.
 */
export async function diarize(
  diarizers: readonly Diarizer[],
  audio: PcmAudio,
  segments: readonly SpeechSegment[],
  speakers: number | undefined,
  signal: AbortSignal,
): Promise<Split> {
  if (audio.channels.length > 1 || speakers === 1 || segments.length === 0) return NOBODY
  const told = await firstThatWorks(
    diarizers,
    (diarizer) => diarizer.diarize(audio, segments, { speakers }, signal),
    signal,
  )
  if (told === undefined) return { ...NOBODY, warnings: [UNSPLIT] }
  return { ...told.value, warnings: told.at > 0 ? [SPLIT_SIMPLY] : [] }
}

const SPLIT_SIMPLY: Warning = {
  code: 'speakers_split_simply',
  message: 'The model that tells voices apart did not work, so a simpler way did: check who says what.',
}

const UNSPLIT: Warning = {
  code: 'speakers_unsplit',
  message: 'The voices could not be told apart, so the transcript does not say who speaks.',
}
