import type { Statement } from '../../../../domain/note.ts'
import {
  ACCEPTS,
  ACTION,
  AGENDA,
  ASKED_OF,
  ASKS_WHEN,
  ASSIGNED,
  CONSENT,
  DATED_ACTION,
  DUE,
  OFFERS,
  ON_CONDITION,
  ONLY_DUE,
  OWNER,
  REFUSED,
  REQUEST,
  UNASSIGNED,
  VOLUNTEERS,
} from './meeting-cues.ts'
import { joinAll, type Sentence, unique } from './sentences.ts'

/** The names of voices, by their labels. */
type Names = ReadonlyMap<string, string>

/** What somebody is to do, the sentences in which it is told, and who. */
interface Task {
  told: readonly Sentence[]
  owner: string | undefined
}

/** What somebody is to do, with owner and due date where they were said, in the same breath or the next. */
export function findActions(sentences: readonly Sentence[], names: Names): Statement[] {
  const found: Statement[] = []
  for (let at = 0; at < sentences.length; at++) {
    const [sentence, next] = [sentences[at] as Sentence, sentences[at + 1]]
    const task = sentence.isQuestion ? readRequest(sentence, next, names) : readTask(sentence, next, names)
    if (!task) continue
    at += task.told.length - 1
    found.push(describe(task, sentences.slice(at + 1, at + 3)))
  }
  return unique(found)
}

/** What nobody was named for is the one's who takes it on at once. */
function readTask(sentence: Sentence, next: Sentence | undefined, names: Names): Task | undefined {
  const offered = readOffer(sentence, next, names)
  if (offered) return offered
  const isOpen = UNASSIGNED.test(sentence.said) && next !== undefined && VOLUNTEERS.test(next.said)
  if (!isOpen && !isAction(sentence)) return undefined
  const owner = ownerOf(sentence, names)
  if (owner || !next || !VOLUNTEERS.test(next.said) || isSameVoice(sentence, next)) return { told: [sentence], owner }
  return { told: [sentence, next], owner: nameOf(next, names) }
}

/** "I'll take that" tells no task by itself. */
const TAKES_THAT = /^(i'll|i will|i can|let me|we'll) (do|take|get) (it|that|this|them|care of (it|that))\b/

function isAction({ text, said }: Sentence): boolean {
  if (ON_CONDITION.test(said) || AGENDA.test(text) || TAKES_THAT.test(said)) return false
  const head = headOf(said, ACTION) ?? (DUE.test(text) ? headOf(said, DATED_ACTION) : undefined)
  return ASSIGNED.test(text) || (head !== undefined && !REFUSED.test(head))
}

/** What stands up to the end of a cue, behind the last "but" before it. */
function headOf(said: string, cue: RegExp): string | undefined {
  const found = cue.exec(said)
  return found
    ? said
        .slice(0, found.index + found[0].length)
        .split(/\bbut\b/)
        .at(-1)
    : undefined
}

/** A request is an action once somebody else has agreed to it, or to one that was put to nobody. */
function readRequest(sentence: Sentence, next: Sentence | undefined, names: Names): Task | undefined {
  if (!next || isSameVoice(sentence, next) || REFUSED.test(next.said)) return undefined
  const offered = readOffer(sentence, next, names)
  if (offered) return offered
  const told = [sentence, next]
  if (UNASSIGNED.test(sentence.said) && VOLUNTEERS.test(next.said)) return { told, owner: nameOf(next, names) }
  if (!CONSENT.test(next.said)) return undefined
  const third = sentence.text.match(ASKED_OF)?.[1]
  if (third) return { told, owner: fullName(third, names) }
  if (!REQUEST.test(sentence.said)) return undefined
  return { told, owner: names.get(next.voice ?? '') ?? sentence.text.match(OWNER)?.[1] ?? next.voice }
}

/** What somebody would do is an action once another takes it. */
function readOffer(sentence: Sentence, next: Sentence | undefined, names: Names): Task | undefined {
  const isTaken = next !== undefined && !isSameVoice(sentence, next) && ACCEPTS.test(next.said)
  if (!isTaken || !OFFERS.test(sentence.said) || REFUSED.test(next.said)) return undefined
  return { told: [sentence, next], owner: nameOf(sentence, names) }
}

const isSameVoice = (one: Sentence, other: Sentence) => other.voice !== undefined && other.voice === one.voice

/** The one who is named, or the one who says "I". */
function ownerOf(sentence: Sentence, names: Names): string | undefined {
  const { text, said } = sentence
  const named = (text.match(ASSIGNED) ?? text.match(OWNER))?.[1]
  if (named && !/^(I|We|You|He|She|They|It|That|This|There|Someone|Somebody|Everybody|Everyone)$/.test(named))
    return fullName(named, names)
  const isOwn = /\b(i'll|i will|i'm going to|i am going to|i have to|i need to|i must|let me)\b/.test(said)
  return isOwn ? nameOf(sentence, names) : undefined
}

const nameOf = ({ voice }: Sentence, names: Names) => names.get(voice ?? '') ?? voice

/** "Daniel" as he gave his name, where only one did. */
function fullName(name: string, names: Names): string {
  const [found, ...others] = [...new Set(names.values())].filter((full) => full.split(' ').includes(name))
  return found && others.length === 0 ? found : name
}

function describe({ told, owner }: Task, after: readonly Sentence[]): Statement {
  const isDated = told.some(({ text }) => DUE.test(text))
  const all = isDated ? told : [...told, ...readDate(after)]
  const [, by, when] = all.map(({ text }) => text.match(DUE) ?? []).find(([found]) => found) ?? []
  const due = by ?? when
  return joinAll(all, { type: 'action', ...(owner && { owner }), ...(due && { due }) })
}

const MOST_WORDS_OF_DATE = 9

/** "By when? By Friday.", or "By Friday, please." right behind a task. */
function readDate([first, second]: readonly Sentence[]): Sentence[] {
  const isAsked = first?.isQuestion === true && ASKS_WHEN.test(first.said)
  if (first && second && isAsked) return DUE.test(second.text) ? [first, second] : []
  const isDate = first !== undefined && !first.isQuestion && first.words.length <= MOST_WORDS_OF_DATE
  return isDate && ONLY_DUE.test(first.said) && DUE.test(first.text) ? [first] : []
}
