import { stem } from '../../../clinical/en/grammar/stem.ts'
import { synonymsOf } from '../../../clinical/en/synonyms.ts'
import { isClinical } from '../../../clinical/en/terms.ts'
import { SUBJECTIVE_TOPICS } from '../../../clinical/en/topics.ts'
import { isNumber, plainWords } from '../../../clinical/en/words.ts'
import type { Topic } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'
import type { TopicalClaim } from './topical-claim.ts'

const MOST = 8
/** Words of questions and commands that say nothing of what is wanted. */
const EMPTY = new Set(
  (
    'a an the of in on at to for from with by and or is are was were be been do does did has have had how what when ' +
    'which who why where long much many any my your his her their our this that these those it its me you we they he ' +
    'she i about patient please list give tell write show find say said there can could would should will'
  ).split(' '),
)

/** Words of a command that ask for a whole topic. */
const ASKS_FOR: [RegExp, readonly Topic[]][] = [
  [/\b(medications?|medicines?|meds|tablets|inhalers|drugs|dhx?|prescri\w+)\b/, ['medications', 'prescription']],
  [/\ballerg/, ['allergies']],
  [
    /\b(plan|instructions?|advice|next steps?|follow[ -]?up|treatment|come back|return|seen again|next appointment)\b/,
    ['prescription', 'advice', 'investigations', 'follow_up', 'return_if'],
  ],
  [/\b(family|fhx?)\b/, ['family_history']],
  [/\b(social|smok\w+|alcohol|occupation|lifestyle)\b/, ['social_history']],
  [/\b(surg\w+|operations?)\b/, ['past_surgical_history']],
  [/\b(obstetric|pregnanc\w+)\b/, ['past_obstetric_history']],
  [/\b(vaccin\w+|immuni[sz]\w+)\b/, ['immunizations']],
  [/\b(comorbid\w*|conditions)\b/, ['past_medical_history', 'assessment']],
  [/\b((past|medical) (medical )?history|pmhx?|background)\b/, ['past_medical_history']],
  [/\b(exam\w*|findings?)\b/, ['vitals', 'examination', 'labs', 'imaging']],
  [/\b(vitals?|vital signs)\b/, ['vitals']],
  [/\b(labs?|results?|tests?)\b/, ['labs', 'imaging', 'investigations']],
  [/\b(diagnos\w+|assessment|impression)\b/, ['assessment']],
]
/** What is meant when no part of the history is named. */
const ASKS_FOR_HISTORY = /\b(symptoms?|complaints?|history)\b/
const HISTORY: readonly Topic[] = ['complaint', 'history', 'past_medical_history']

/** What was said about a question, in the order in which it was said: by topic, or by the words they share. */
export function findAnswer(instruction: string, claims: readonly Claim[], topical: readonly TopicalClaim[]): Claim[] {
  const asked = plainWords(instruction).join(' ')
  const ofTopic = findNamedTopics(asked, topical)
  if (ofTopic.length > 0) return ofTopic.slice(0, MOST)
  const wanted = new Set(
    plainWords(instruction)
      .filter((word) => !EMPTY.has(word))
      .flatMap(synonymsOf)
      .map((word) => stem(word)),
  )
  const scored = claims.map((claim) => ({ claim, score: scoreOf(claim, wanted) })).filter(({ score }) => score > 0)
  const chosen = new Set(
    scored
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ claim }) => claim),
  )
  return claims.filter((claim) => chosen.has(claim))
}

/** What is about the topics that an instruction names. What a patient tells in one breath may be of several. */
export function findNamedTopics(instruction: string, topical: readonly TopicalClaim[]): Claim[] {
  const topics = topicsOf(plainWords(instruction).join(' '))
  const isOf = ({ topic, place, claim }: TopicalClaim) =>
    topics.includes(topic) ||
    (place === 'subjective' &&
      topic !== 'family_history' &&
      SUBJECTIVE_TOPICS.some(([named, cue]) => topics.includes(named) && cue.test(claim.words.join(' '))))
  return topical.filter(isOf).map(({ claim }) => claim)
}

function topicsOf(asked: string): readonly Topic[] {
  const named = ASKS_FOR.flatMap(([cue, wanted]) => (cue.test(asked) ? wanted : []))
  return named.length === 0 && ASKS_FOR_HISTORY.test(asked) ? HISTORY : named
}

function scoreOf({ words }: Claim, wanted: ReadonlySet<string>): number {
  const shared = new Map(words.map((word) => [stem(word), word] as const).filter(([stemmed]) => wanted.has(stemmed)))
  const weight = [...shared.values()].reduce((sum, word) => sum + (isClinical(word) || isNumber(word) ? 2 : 1), 0)
  // One ordinary word in common is chance in a long question.
  return weight >= Math.min(2, wanted.size) ? weight : 0
}
