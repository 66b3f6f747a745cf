import type { Limits, Source, WorkRequest } from '../../../domain/submission.ts'
import { findUnsupported, type Query, readLanguageOf, readOne, readTerms, readWish, refuseRedaction } from './query.ts'
import type { State } from './state.ts'

/** What is asked of a recording that is whole. Throws `request_invalid`. */
export function translateListen(query: Query, source: Source, limits: Limits): WorkRequest {
  const callbackUrl = readOne(query, 'callback')
  return {
    ...translateQuery(query, source.type === 'audio' ? source.audio.sha256 : ''),
    ...{ source, limits },
    ...(callbackUrl && { callbackUrl }),
  }
}

/** The same of any sound: its language, its words, how it is to be written. */
export function translateQuery(query: Query, sha256 = '') {
  refuseRedaction(query)
  const vocabulary = readTerms(query)
  const unsupported = findUnsupported(query)
  const doorState: State = { ...readWish(query), sha256, unsupported }
  return {
    ...{ language: readLanguageOf(query), kinds: [] as string[], doorState },
    ...(vocabulary.length > 0 && { hearing: { vocabulary } }),
  }
}
