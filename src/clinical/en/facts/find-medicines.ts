import { type Prescription, readPrescriptions } from '../prescriptions.ts'
import type { Told } from './conversation.ts'
import { type Found, type Mention, mentionsIn } from './mentions.ts'
import type { Person } from './person.ts'
import { clauseAt, type Sentence } from './sentence.ts'

/**
 * What is done with a medicine: it is taken, begun, goes on, is raised or lowered; or it is stopped, held, refused,
 * advised against, not taken, replaced by another, was taken once, or is only named.
 */
export type MedicineAction =
  | 'taken'
  | 'started'
  | 'continued'
  | 'raised'
  | 'lowered'
  | 'stopped'
  | 'held'
  | 'refused'
  | 'advised_against'
  | 'not_taken'
  | 'replaced'
  | 'past'
  | 'named'

/** A medicine where it is named, with its directions and what is done with it. */
export interface MedicineFact {
  prescription: Prescription
  person: Person
  action: MedicineAction
  sentence: Sentence
  evidence: string[]
}

/** Every place where a medicine is named, with what is done with it, in the order of the conversation. */
export function findMedicines(conversation: readonly Told[]): MedicineFact[] {
  return mentionsIn(
    conversation.filter(({ isClear }) => isClear),
    prescriptionsIn,
  ).map((mention) => {
    const { named, person, sentence, told } = mention
    return { prescription: named, person, action: actionOf(mention), sentence, evidence: told.evidence }
  })
}

/** The medicines of a sentence of plain words, each where its name stands. */
function prescriptionsIn(said: string): Found<Prescription>[] {
  const words = said.split(' ')
  const starts: number[] = []
  let offset = 0
  for (const word of words) {
    starts.push(offset)
    offset += word.length + 1
  }
  return readPrescriptions(words).map((named) => {
    const start = starts[named.at] ?? 0
    return { named, start, end: start + named.drug.length }
  })
}

/** In front of the name in its clause. */
const REPLACED =
  /\b(?:instead of|in place of|rather than|in the place of|replac\w+|switch\w* (?:you |her |him )?(?:over )?from|chang\w+ (?:you |her |him )?from|alternatives? to|stronger than|better than|cousin of|similar to|in the same family as|related to|compared to)(?: (?:the|your|my|his|her|that|those))?$/
const OF_ALLERGY = /\ballerg\w*\b|\breact(?:s|ed|ion)? to\b|\b(?:rash|hives|swelling) (?:from|with)\b/
const AS_EXAMPLE = /\b(?:things like|something like|such as|like|for example|anything like|medicines? like|called)$/
const ACTIONS: readonly (readonly [MedicineAction, RegExp])[] = [
  ['stopped', /^(?:stop|discontinue|quit|cease|drop|finish|run)$/],
  ['held', /^(?:hold|pause|skip|withhold|suspend|miss)$/],
  ['raised', /^(?:increase|raise|up|double|bump|titrate)$/],
  ['lowered', /^(?:decrease|reduce|lower|cut|taper|wean|halve)$/],
  ['continued', /^(?:continue|keep|stay|remain|maintain|carry|refill|renew)$/],
  [
    'started',
    /^(?:start|begin|prescribe|give|put|add|try|order|send|get|switch|write|recommend|suggest|initiate|resume|restart|change)$/,
  ],
  ['refused', /^(?:refuse|decline)$/],
  ['advised_against', /^(?:avoid)$/],
  ['named', /^(?:replenish|contain|lack|cause|mean|call|study|hear|read|mention|help)$/],
]
const OFF = /\b(?:come|came|get|got|coming|wean\w*|taper\w*|go|went|been|am|is) (?:you |her |him |me )?off(?: of)?\b/
const PHRASES: readonly (readonly [MedicineAction, RegExp])[] = [
  ['raised', /\b(?:go(?:ing)? up|went up)\b/],
  ['lowered', /\b(?:go(?:ing)? down|cut(?:ting)? (?:back|down)|come down)\b/],
  [
    'not_taken',
    /\b(?:supposed to|meant to|should (?:be|have been)|ran out|run out|running out|forget\w*|forgot|stopped taking|have not (?:been )?tak\w+|do not (?:always )?take|does not take)\b/,
  ],
]
const ADVISING = /^(?:should|must|can|could|may)$/

/** What is done with it, by the verb of its clause and the words in front of it. */
function actionOf({
  told,
  sentence,
  start,
  isDenied,
  certainty,
  time,
  isAsked,
}: Mention<Prescription>): MedicineAction {
  const { clauses, offsets, said, speaker } = sentence
  const { verb, start: first = 0, end: behind = sentence.tokens.length } = clauses[clauseAt(sentence, start)] ?? {}
  const before = said.slice(offsets[first] ?? 0, offsets[start]).trim()
  if ([said, ...told.sentences.map((one) => one.said)].some((each) => OF_ALLERGY.test(each))) return 'named'
  if (REPLACED.test(before)) return 'replaced'
  if (certainty === 'open' || AS_EXAMPLE.test(before)) return 'named'
  const own = said.slice(offsets[first] ?? 0, offsets[behind] ?? said.length)
  const action = ACTIONS.find(([, lemma]) => verb !== undefined && lemma.test(verb.lemma))?.[0]
  const phrase = PHRASES.find(([, words]) => words.test(own))?.[0]
  if (OFF.test(before)) return 'stopped'
  const isNegated = isDenied || (verb?.isNegated === true && start >= verb.end)
  if (isNegated) return deniedAction(speaker, verb?.modals ?? [], action)
  if (phrase === 'not_taken' && speaker !== 'doctor') return phrase
  if (time === 'past' && !isAsked) return 'past'
  return (
    (phrase === 'not_taken' ? undefined : phrase) ??
    action ??
    (verb === undefined && speaker === 'doctor' ? 'started' : 'taken')
  )
}

function deniedAction(speaker: string, modals: readonly string[], action: MedicineAction | undefined): MedicineAction {
  if (action === 'stopped' || action === 'held') return 'continued'
  if (speaker === 'doctor') return modals.some((modal) => ADVISING.test(modal)) ? 'advised_against' : 'not_taken'
  return modals.includes('want to') ? 'refused' : 'not_taken'
}

/** Actions after which the patient takes a medicine. */
export const isTakenAfter = (action: MedicineAction): boolean =>
  /^(?:taken|started|continued|raised|lowered)$/.test(action)
/** Actions after which the patient takes it no longer. */
export const isEndedBy = (action: MedicineAction): boolean =>
  /^(?:stopped|held|refused|advised_against|replaced)$/.test(action)
