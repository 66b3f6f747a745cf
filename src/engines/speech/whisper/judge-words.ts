import type { Word } from '../../../domain/transcript.ts'
import type { RecognizedWindow } from '../../python/messages.ts'

/** The words of a window, in its time, with confidences. */
export function judgeWords({ words }: RecognizedWindow): Word[] {
  return words.map(([text, startMs, endMs, probability]) => ({ text, startMs, endMs, confidence: probability }))
}
