import { OBJECTIVE_TOPICS, PLAN_TOPICS, SUBJECTIVE_TOPICS, type Topic } from '../../../clinical/topics.ts'
import type { Claim } from './pair-answers.ts'
import type { SectionName } from './sort-claims.ts'

/** A claim with its place in a SOAP note and what it is about. */
export interface TopicalClaim {
  claim: Claim
  place: SectionName
  topic: Topic
}

const FIRST = { subjective: 'complaint', assessment: 'assessment' } as const

/** What each sorted claim is about; the first thing that a patient tells without being asked is why he came. */
export function sortTopics(sorted: Record<SectionName, Claim[]>): TopicalClaim[] {
  const reason = sorted.subjective.find(({ isAnswered }) => !isAnswered)
  const places = Object.entries(sorted) as [SectionName, Claim[]][]
  return places.flatMap(([place, claims]) =>
    claims.map((claim) => ({ claim, place, topic: claim === reason ? FIRST.subjective : topicOf(place, claim) })),
  )
}

function topicOf(place: SectionName, { words }: Claim): Topic {
  const said = words.join(' ')
  if (place === 'assessment') return FIRST.assessment
  if (place === 'objective') return firstThatFits(OBJECTIVE_TOPICS, said, 'examination')
  if (place === 'plan') return firstThatFits(PLAN_TOPICS, said, 'advice')
  return firstThatFits(SUBJECTIVE_TOPICS, said, 'history')
}

function firstThatFits(cues: readonly (readonly [Topic, RegExp])[], said: string, otherwise: Topic): Topic {
  return cues.find(([, cue]) => cue.test(said))?.[0] ?? otherwise
}
