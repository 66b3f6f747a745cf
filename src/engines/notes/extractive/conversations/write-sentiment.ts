import { formatCourse, readSentiment } from '../../../proof/sentiment.ts'
import type { Written } from '../fill-sections.ts'
import type { CallVoices } from './call-voices.ts'
import { quote } from './sentences.ts'

/** How the caller felt over the call, and each turn that tells of it; turns that tell of no feeling are only counted. */
export function writeSentiment({ caller }: CallVoices): Written {
  if (caller.length === 0) return { sections: {} }
  const course = {
    text: formatCourse(caller.map(({ text }) => text)),
    evidence: caller.map(({ id }) => id),
    support: 'derived' as const,
    attributes: { type: 'sentiment' },
  }
  const felt = caller
    .map((item) => ({ item, sentiment: readSentiment(item.text) }))
    .filter(({ sentiment }) => sentiment !== 'neutral')
  return { sections: { sentiment: [course], turns: felt.map(({ item, sentiment }) => quote(item, { sentiment })) } }
}
