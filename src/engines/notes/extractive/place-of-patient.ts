import { isMedicine } from '../../../clinical/en/terms.ts'
import type { Place, Topic } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'

const PATIENT = '^(?:the patient|patient|he|she) '

/** How a clinician writes or dictates what he knows of the patient: in the third person, by how the sentence begins. */
const OF_PATIENT: readonly (readonly [Topic, Place, RegExp])[] = [
  [
    'allergies',
    'subjective',
    new RegExp(`${PATIENT}(?:is|was) (?:\\w+ )?allergic to\\b|${PATIENT}has (?:no )?(?:known )?(?:drug |food )*allerg`),
  ],
  ['past_medical_history', 'subjective', new RegExp(`${PATIENT}has a (?:past )?(?:medical )?history of\\b`)],
  ['history', 'subjective', new RegExp(`${PATIENT}is an? \\d+[- ]year`)],
  ['advice', 'plan', /^the plan is\b/],
  [
    'social_history',
    'subjective',
    new RegExp(
      `${PATIENT}(?:has never smoked|is an? (?:non|ex|current|former)[- ]?smoker|smokes|drinks|lives|works|does not (?:smoke|drink))\\b`,
    ),
  ],
  // A letter begins with who the patient is; a list of medicines is what he takes already.
  [
    'history',
    'subjective',
    /^(?:dear [\w. ]+ )?(?:many )?thank(?:s| you)(?: very much)? for (?:referring|sending|asking me to see|seeing)\b/,
  ],
  [
    'medications',
    'subjective',
    /^(?:(?:his|her|the|current|regular|usual) )*(?:medications?|medicines?|drugs?|drug history)\b(?! (?:is|are|will|should))/,
  ],
]
const TAKES = new RegExp(`${PATIENT}(?:also |still |currently )*(?:takes?|uses?|is (?:taking|using|on))\\b`)

/** Of himself a patient says it, where nobody told who speaks. */
const TAKE = /^(?:i (?:am )?|i'm )(?:also |still |currently )*(?:take|use|taking|using|on)\b/

/** Where such a sentence belongs; undefined for all others, and for what the patient says. */
export function placeOfPatient({ words, speaker, isAnswered }: Claim): { place: Place; topic: Topic } | undefined {
  if (speaker === 'patient' || isAnswered) return undefined
  const said = words.join(' ')
  const isTaken = TAKES.test(said) || (speaker === 'unspecified' && TAKE.test(said))
  if (isTaken && words.some(isMedicine)) return { place: 'subjective', topic: 'medications' }
  const [topic, place] = OF_PATIENT.find(([, , cue]) => cue.test(said)) ?? []
  return topic && place && { topic, place }
}
