import { ASKS_ADVICE, ASSESSMENT, OBJECTIVE, PLAN, PROCEEDINGS, REPORTED } from '../../../clinical/en/cues.ts'
import { isClinical } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'
import type { Place } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'

const LEAST_WORDS = 3
/** How a sentence without a subject begins that still reports something: "No fever", "For two weeks". */
const ELLIPTIC = /^(no|not|never|denies|for|since|about|just|only|sometimes|mostly|a little|a bit)\b/

/** "How long has that been going on? – About three weeks." */
const ASKS_TIME = /^(and |so |when |for )*(how (long|often|many|much|bad)|when|since when)\b/

/** The place that the words of a claim point to by themselves; undefined where no cue knows them. */
export function placeOfCues(claim: Pick<Claim, 'words' | 'isAnswered'>): Place | undefined {
  const said = claim.words.join(' ')
  if (claim.isAnswered) return placeOfAnswer(claim, said)
  if (claim.words.length < LEAST_WORDS && !ELLIPTIC.test(said)) return undefined
  if (matches(OBJECTIVE, said)) return 'objective'
  if (PROCEEDINGS.test(said)) return undefined
  if (matches(ASSESSMENT, said)) return 'assessment'
  if (matches(PLAN, said)) return 'plan'
  return isReport(claim, said) ? 'subjective' : undefined
}

function placeOfAnswer({ words }: Pick<Claim, 'words'>, said: string): Place | undefined {
  if (ASKS_ADVICE.test(said)) return 'plan'
  return words.some(isClinical) || (ASKS_TIME.test(said) && words.some(isNumber)) ? 'subjective' : undefined
}

/** Something the patient tells of himself or that is told of him, with a clinical word in it. */
function isReport({ words }: Pick<Claim, 'words'>, said: string): boolean {
  if (REPORTED.test(said)) return true
  if (!words.some(isClinical) || /\byou(r|'re|'ve|'ll)?\b/.test(said.replaceAll('you know', ''))) return false
  return /\b(i|i'm|i've|i'd|my|me|it|it's|he|she|his|her)\b/.test(said) || ELLIPTIC.test(said)
}

function matches(cues: readonly RegExp[], said: string): boolean {
  return cues.some((cue) => cue.test(said))
}
