import { headerOf } from '../../../clinical/en/section-headers.ts'
import type { Topic } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'
import type { TopicalClaim } from './topical-claim.ts'

/** So few claims are about one thing, as the dialogues are from which headers were learned. */
const MOST_CLAIMS = 12
const LEAST_PROBABILITY = 0.6

/** What MTS-Dialog's headers are called here, where they say more than "history". */
const TOPICS: Record<string, Topic> = {
  PASTMEDICALHX: 'past_medical_history',
  PASTSURGICAL: 'past_surgical_history',
  MEDICATIONS: 'medications',
  ALLERGY: 'allergies',
  IMMUNIZATIONS: 'immunizations',
  GYNHX: 'past_obstetric_history',
}

/** In a short clip, history that no word of its own tells apart is what the whole clip is about: "Any? – Two, in May." */
export function nameTopic(claims: readonly Claim[], sorted: TopicalClaim[]): TopicalClaim[] {
  if (claims.length > MOST_CLAIMS || !sorted.some(({ topic }) => topic === 'history')) return sorted
  const [best] = headerOf(claims.flatMap(turnsOf))
  const topic = best && best.probability >= LEAST_PROBABILITY ? TOPICS[best.header] : undefined
  return topic ? sorted.map((each) => (each.topic === 'history' ? { ...each, topic } : each)) : sorted
}

const turnsOf = ({ told }: Claim) =>
  [...told.sentences, ...told.answer].map(({ spoken, speaker }) => ({ text: spoken, speaker }))
