import { ASKS_ADVICE, ASSESSMENT, OBJECTIVE, PLAN, PROCEEDINGS, REPORTED } from '../../../clinical/cues.ts'
import { isClinical } from '../../../clinical/terms.ts'
import type { Claim } from './pair-answers.ts'

export const SECTIONS = ['subjective', 'objective', 'assessment', 'plan'] as const
export type SectionName = (typeof SECTIONS)[number]

/** Where in the conversation an opinion may be the clinician's although nothing was examined yet. */
const LATE = 0.4
const LEAST_WORDS = 3
/** How a sentence without a subject begins that still reports something: "No fever", "For two weeks". */
const ELLIPTIC = /^(no|not|never|denies|for|since|about|just|only|sometimes|mostly|a little|a bit)\b/

const OF_ONESELF = /^(i|i'm|i've|i'd|my)\b/

/** Each claim's place in a SOAP note. Greetings, small talk and what the cues do not know are left out. */
export function sortClaims(claims: readonly Claim[]): Record<SectionName, Claim[]> {
  const sorted: Record<SectionName, Claim[]> = { subjective: [], objective: [], assessment: [], plan: [] }
  const seen = new Set<string>()
  let last: SectionName | undefined
  for (const [index, claim] of claims.entries()) {
    const isLate = index >= claims.length * LATE || sorted.objective.length > 0
    last = placeOfSpeaker(claim, placeOf(claim, isLate, last))
    if (last === undefined || seen.has(claim.text)) continue
    seen.add(claim.text)
    sorted[last].push(claim)
  }
  return sorted
}

/** Where it is known who speaks: a patient reports and neither examines nor decides, a doctor tells of the patient. */
function placeOfSpeaker(
  { speaker, words, isAnswered }: Claim,
  place: SectionName | undefined,
): SectionName | undefined {
  if (speaker === 'patient') return place && 'subjective'
  const isOfDoctor = speaker === 'doctor' && !isAnswered && OF_ONESELF.test(words.join(' '))
  return place === 'subjective' && isOfDoctor ? undefined : place
}

function placeOf(claim: Claim, isLate: boolean, last: SectionName | undefined): SectionName | undefined {
  const said = claim.words.join(' ')
  if (claim.isAnswered) return placeOfAnswer(claim, said)
  if (claim.words.length < LEAST_WORDS && !ELLIPTIC.test(said)) return undefined
  if (matches(OBJECTIVE, said)) return 'objective'
  if (PROCEEDINGS.test(said)) return undefined
  if (isLate && matches(ASSESSMENT, said)) return 'assessment'
  if (matches(PLAN, said)) return 'plan'
  if (isReport(claim, said)) return 'subjective'
  return continues(said) && last !== 'objective' ? last : undefined
}

function placeOfAnswer({ words }: Claim, said: string): SectionName | undefined {
  if (!words.some(isClinical)) return undefined
  return ASKS_ADVICE.test(said) ? 'plan' : 'subjective'
}

/** Something the patient tells of himself or that is told of him, with a clinical word in it. */
function isReport({ words }: Claim, said: string): boolean {
  if (REPORTED.test(said)) return true
  if (!words.some(isClinical) || /\byou(r|'re|'ve|'ll)?\b/.test(said.replaceAll('you know', ''))) return false
  return /\b(i|i'm|i've|i'd|my|me|it|it's|he|she|his|her)\b/.test(said) || ELLIPTIC.test(said)
}

/** "It comes and goes": belongs to what was said before. */
function continues(said: string): boolean {
  return /^(it|it's|they|they're|the pain|only when|mostly|usually)\b/.test(said) && said.length > 15
}

function matches(cues: readonly RegExp[], said: string): boolean {
  return cues.some((cue) => cue.test(said))
}
