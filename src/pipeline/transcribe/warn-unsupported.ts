import { serves } from '../../domain/language.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { RecognizeOptions, Recognizer } from '../../engines/speech/recognizer.ts'

/** What an engine cannot honour of what is asked. PATIENT DATA: a vocabulary may name people, so its terms are counted. */
export function warnUnsupported({ hotWords }: Recognizer['capabilities'], options: RecognizeOptions): Warning[] {
  const { language, vocabulary } = options
  if (hotWords || vocabulary.length === 0 || serves('en', language)) return []
  const terms = vocabulary.length === 1 ? 'The term' : `The ${vocabulary.length} terms`
  const message = `${terms} of the vocabulary could not be listened for: the engine takes none, and names are corrected by their sound in English alone.`
  return [{ code: 'vocabulary_unheard', message }]
}
