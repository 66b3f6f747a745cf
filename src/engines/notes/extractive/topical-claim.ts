import type { Place, Topic } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'

/** A claim that belongs in the note, with its place in a SOAP note and what it is about. */
export interface TopicalClaim {
  claim: Claim
  place: Place
  topic: Topic
}
