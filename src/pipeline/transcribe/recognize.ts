import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import type { RecognizedSegment, RecognizeOptions, Recognizer } from '../../engines/speech/recognizer.ts'
import { resume, shareDone } from './resume.ts'

export interface SegmentCheckpoint {
  /** Segments that an earlier run recognised with the same engine and model. */
  recognized: readonly RecognizedSegment[]
  /** Called once for each further segment; `share` (0…1) of the recording's speech is then recognised. */
  segment(segment: RecognizedSegment, share: number): Promise<void>
}

/** The words of every segment, in time order. Each segment is kept as soon as it is done. */
export async function recognize(
  engine: Recognizer,
  audio: PcmAudio,
  planned: readonly SpeechSegment[],
  options: RecognizeOptions,
  checkpoint: SegmentCheckpoint,
  signal: AbortSignal,
): Promise<RecognizedSegment[]> {
  const { done, missing } = resume(planned, checkpoint.recognized)
  for await (const segment of engine.recognize(audio, missing, options, signal)) {
    done.push(segment)
    await checkpoint.segment(segment, shareDone(planned, done))
  }
  return done.sort((a, b) => a.startMs - b.startMs || a.channel - b.channel)
}
