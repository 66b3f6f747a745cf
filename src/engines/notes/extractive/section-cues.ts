import type { Place } from '../../../clinical/topic.ts'

interface SectionCue {
  cue: RegExp
  /** Only from here in a SOAP note; left out: from everything that was said. */
  place?: Place
  /** True for what the clinician finds or thinks: no answer, and nothing that the patient says. */
  isFinding?: boolean
}

const OF_WORK = String.raw`\b(work|job|school|nursery|sick note|fit note|duties|signed? (you )?off)\b`
const HOW_LONG = String.raw`\b(until|till|from (today|tomorrow|now)|this week|\S+ (days?|weeks?|months?))\b`

/**
 * How people say what belongs in a section of one kind alone, beside its topics. Matched against plain words joined by
 * single spaces. Written here; conservative: what matches nothing is left out.
 */
export const SECTION_CUES: Record<string, SectionCue> = {
  mental_health_exam: {
    cue: /^(?!.*\bi('m|'ve)?\b).*\b((mood|affect|speech) (is|was|seems?|appears?|looks?)|oriented|eye contact|thought (process|content)|insight|hallucinat\w+|delusion\w*|homicidal|suicidal|psychomotor|well groomed)\b/,
    isFinding: true,
  },
  cardiovascular_risks: {
    cue: /\b(smok\w*|cigarettes?|tobacco|cholesterol|hypertension|high blood pressure|diabet\w*|heart (attack|disease|failure)|stroke|obes\w*|overweight|exercis\w*|sedentary|alcohol)\b/,
    place: 'subjective',
  },
  well_child_care: {
    cue: /\b(breast ?-?feed\w*|breast ?-?fed|formula|solid food|solids|weaned|crawl\w*|first (words?|steps?)|milestones?|mama|dada|teething|potty|nappies|diapers?|vaccin\w*|immuni[sz]\w*|growth chart|(sits|stands|walks|rolls) (up|alone|over|by (him|her)self))\b/,
  },
  diet_lifestyle: {
    cue: /\b(i (walk|run|swim|cycle|exercise|work|sleep)|exercis\w*|gym|sedentary|smok\w*|alcohol|my job)\b/,
  },
  diet_habits: {
    cue: /\b(i (usually |often |always |never |mostly |only |also |don't )*(eat|drink|skip|cook|snack)|breakfast|for (lunch|dinner)|snacks?|fast food|junk food|vegetables|sugary|soda|meals? a day)\b/,
  },
  diet_objectives: {
    cue: /\b(my (goal|aim|target) is|(i want|i'd like|we want|the goal is|aim) to (lose|gain|eat|cut|reach|weigh|drink|walk))\b/,
  },
  reason_for_referral: { cue: /\b(refer(red|ring|ral)?|specialist)\b/, place: 'plan' },
  // Of what is said of work or school: how long, and apart from that what.
  period: { cue: new RegExp(`^(?=.*${OF_WORK})(?=.*${HOW_LONG})`), place: 'plan' },
  fitness_for_work: { cue: new RegExp(`^(?=.*${OF_WORK})(?!.*${HOW_LONG})`), place: 'plan' },
  diagnoses: {
    cue: /\b(could|might|may|can) (also |still |well )?be (a |an |just )?\w{5,}|\b(differential|rule out|versus)\b/,
    isFinding: true,
  },
}
