import type { Intent } from './order.ts'
import {
  CHANGED,
  COMMAND,
  CONTINUED,
  INTENT,
  OF_CLINICIAN,
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
  for (const [at, clause] of clauses.entries()) {
    decisions.push(decideOne(clause, clauses[at - 1], decisions[at - 1], at < opening))
  }
  return decisions
}

const NONE: Decision = { isOrder: false, intent: 'start', from: 0 }

function decideOne(
  clause: Clause,
  previous: Clause | undefined,
  before: Decision | undefined,
  isOpening: boolean,
): Decision {
  const { said } = clause
  const isCommand = COMMAND.test(said)
  if (isOutside(clause, isCommand, isOpening) || TELLS.test(said) || UNDECIDED.test(said)) return NONE
  const cue = INTENT.exec(said) ?? COMMAND.exec(said)
  const intent = intentOf(said)
  if (cue) {
    if (dependsOn(clause, previous) && !isCommand) return NONE
    if (TELLS_BEFORE.test(said.slice(0, cue.index))) return NONE
    const isOrder = intent !== 'continue' || REFILLED.test(said)
    return { isOrder, intent, from: isCommand ? 0 : wordsIn(said.slice(0, cue.index)) }
  }
  const isList = before?.isOrder && previous?.item === clause.item && clause.words.length <= MOST_WORDS_OF_LIST
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
