import { isAllergicTo } from '../../../../clinical/en/offers.ts'
import type { Intent } from './order.ts'
import {
  ADVISED,
  CANNOT_TAKE,
  CHANGED,
  COMMAND,
  CONTINUED,
  DECLINES,
  GOES_ON,
  IF_UNWELL,
  INTENT,
  OF_CLINICIAN,
  OFFERS,
  REFILLED,
  STOPPED,
  TELLS,
  TELLS_BEFORE,
  UNDECIDED,
} from './order-cues.ts'
import type { Clause } from './read-clauses.ts'

/** Whether a clause orders what it names. */
export interface Decision {
  isOrder: boolean
  intent: Intent
  /** Behind how many words it is decided: what is named before is not ordered. */
  from: number
}

/** A short clause without a verb of its own goes on with the list before it: "and a lipid panel." */
const MOST_WORDS_OF_LIST = 9
/** In a whole consultation nothing is ordered while greetings and the complaint are exchanged. */
const OPENING = 0.15
const LEAST_CLAUSES = 20

/** For each clause, whether somebody orders something with it. */
export function decide(clauses: readonly Clause[]): Decision[] {
  const opening = clauses.length < LEAST_CLAUSES ? 0 : clauses.length * OPENING
  const decisions: Decision[] = []
  let last = -1
  for (const [at, clause] of clauses.entries()) {
    const decided = decideOne(clause, clauses[last], decisions[last], at < opening)
    decisions.push(isDeclined(clauses, at, decided) ? NONE : decided)
    // "Yeah" and "okay" between what one voice says part nothing.
    if (!isNod(clause)) last = at
  }
  return decisions
}

const NOD = /^(?:(?:yeah|yes|yep|okay|ok|right|sure|mm|mhm|mm-hmm|uh-huh|great|perfect|alright|all|fine|i|see) ?){1,3}$/
const isNod = ({ speaker, said }: Clause) => speaker === 'patient' && NOD.test(said)

/** How soon an offer is declined, in clauses. */
const MOST_BEHIND = 3

/** "I can get you an x-ray. – No, thank you." */
function isDeclined(clauses: readonly Clause[], at: number, { isOrder }: Decision): boolean {
  const { said, speaker, item } = clauses[at] as Clause
  if (!isOrder) return false
  const answer = clauses.slice(at + 1, at + 1 + MOST_BEHIND).find((next) => next.item !== item)
  if (answer === undefined || (answer.speaker === speaker && speaker !== 'unspecified')) return false
  return (
    CANNOT_TAKE.test(answer.said) ||
    isAllergicTo(answer.said, said) ||
    (OFFERS.test(said) && DECLINES.test(answer.said))
  )
}

/** What is told to be done about a complaint, behind it: "if you are in pain, take …". */
const REMEDY = /\b(?:take|taking|try|trying|use|using)\b/

const NONE: Decision = { isOrder: false, intent: 'start', from: 0 }

function decideOne(
  clause: Clause,
  previous: Clause | undefined,
  before: Decision | undefined,
  isOpening: boolean,
): Decision {
  const { said } = clause
  const isCommand = COMMAND.test(said)
  if (
    isOutside(clause, isCommand, isOpening) ||
    TELLS.test(said) ||
    (UNDECIDED.test(said) && !ADVISED.test(said) && !IF_UNWELL.test(said))
  )
    return NONE
  const isAdvised = ADVISED.test(said)
  const remedy = IF_UNWELL.test(said) ? REMEDY.exec(said) : null
  const cue = INTENT.exec(said) ?? COMMAND.exec(said) ?? ADVISED.exec(said) ?? remedy
  const intent = intentOf(said)
  if (cue) {
    if (dependsOn(clause, previous) && !isCommand && !IF_UNWELL.test(previous?.said ?? '')) return NONE
    if (TELLS_BEFORE.test(said.slice(0, cue.index))) return NONE
    const isOrder = intent !== 'continue' || REFILLED.test(said)
    return { isOrder, intent, from: isCommand || isAdvised ? 0 : wordsIn(said.slice(0, cue.index)) }
  }
  const goesOn = previous?.item === clause.item || (previous?.speaker === clause.speaker && GOES_ON.test(said))
  const isList = before?.isOrder && goesOn && clause.words.length <= MOST_WORDS_OF_LIST && !CONTINUED.test(said)
  return { isOrder: isList === true, intent: before?.intent ?? intent, from: 0 }
}

/** What a patient says, asks or tells in the beginning. */
function isOutside({ speaker, said, isQuestion }: Clause, isCommand: boolean, isOpening: boolean): boolean {
  if (speaker === 'patient') return isQuestion || !OF_CLINICIAN.test(said)
  return !isCommand && (isQuestion || isOpening)
}

/** "If it does not improve, we will get an MRI." */
const dependsOn = (clause: Clause, previous: Clause | undefined) =>
  !clause.opens && previous?.item === clause.item && UNDECIDED.test(previous.said)

function intentOf(said: string): Intent {
  if (STOPPED.test(said)) return 'stop'
  if (CHANGED.test(said)) return 'change'
  return CONTINUED.test(said) ? 'continue' : 'start'
}

const wordsIn = (said: string) => said.split(' ').length - 1
