import { isUnclear } from '../../domain/accuracy.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { RecognizedSegment } from '../../engines/speech/recognizer.ts'
import { formatPlaces } from './format-places.ts'

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

function warnUnclear(unclear: readonly RecognizedSegment[]): Warning {
  return {
    code: 'speech_unclear',
    message: `Nothing could be understood at ${formatPlaces(unclear)}, and nothing was written: another language, music or noise?`,
  }
}
