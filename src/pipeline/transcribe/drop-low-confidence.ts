import { isUnclear } from '../../domain/accuracy.ts'
import { warnAt } from '../../domain/warning-places.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { RecognizedSegment } from '../../engines/speech/recognizer.ts'

export interface Understood {
  heard: RecognizedSegment[]
  warnings: Warning[]
}

/**
 * Leaves out what is more likely another language, music or noise than what was heard in it, so that no sentence is
 * invented, and says where.
 */
export function dropLowConfidence(heard: readonly RecognizedSegment[]): Understood {
  const unclear = heard.filter(({ words }) => isUnclear(words))
  const left = heard.map((segment) => (unclear.includes(segment) ? { ...segment, words: [] } : segment))
  return { heard: left, warnings: unclear.length > 0 ? [warnUnclear(unclear)] : [] }
}

const warnUnclear = (unclear: readonly RecognizedSegment[]): Warning =>
  warnAt(
    'speech_unclear',
    unclear,
    (where) => `Nothing could be understood at ${where}, and nothing was written: another language, music or noise?`,
  )
