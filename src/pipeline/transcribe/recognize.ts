import type { PcmAudio, Stretch } from '../../domain/audio.ts'
import type { RecognizedStretch, RecognizeOptions, Recognizer } from '../../engines/speech/recognizer.ts'
import { resume, shareDone } from './resume.ts'

export interface KeepStretches {
  /** Stretches that an earlier run recognised with the same engine and model. */
  recognized: readonly RecognizedStretch[]
  /** Called once for each further stretch; `share` (0…1) of the recording's speech is then recognised. */
  stretch(stretch: RecognizedStretch, share: number): Promise<void>
}

/** The words of every stretch, in time order. Each stretch is kept as soon as it is done. */
export async function recognize(
  engine: Recognizer,
  audio: PcmAudio,
  planned: readonly Stretch[],
  options: RecognizeOptions,
  keep: KeepStretches,
  signal: AbortSignal,
): Promise<RecognizedStretch[]> {
  const { done, missing } = resume(planned, keep.recognized)
  for await (const stretch of engine.recognize(audio, missing, options, signal)) {
    done.push(stretch)
    await keep.stretch(stretch, shareDone(planned, done))
  }
  return done.sort((a, b) => a.startMs - b.startMs || a.channel - b.channel)
}
