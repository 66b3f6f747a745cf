import type { Statement } from '../../../../domain/note.ts'
import {
  ACTION,
  AGENDA,
  ASSIGNED,
  CONSENT,
  DATED_ACTION,
  DUE,
  OWNER,
  REFUSED,
  REQUEST,
  VOLUNTEERS,
} from './meeting-cues.ts'
import { join, type Sentence, state, unique } from './sentences.ts'

/** The names that voices give themselves, by their labels. */
type Names = ReadonlyMap<string, string>

/** What somebody is to do, with owner and due date where they were said. */
export function findActions(sentences: readonly Sentence[], names: Names): Statement[] {
  return unique(
    sentences.flatMap((sentence, at) => {
      const next = sentences[at + 1]
      if (sentence.isQuestion) return next ? readRequest(sentence, next, names) : []
      return isAction(sentence) ? [readAction(sentence, next, names)] : []
    }),
  )
}

/** What nobody was named for is the one's who takes it on at once. */
function readAction(sentence: Sentence, next: Sentence | undefined, names: Names): Statement {
  const owner = ownerOf(sentence, names)
  if (owner || !next || !VOLUNTEERS.test(next.said)) return state(sentence, describe(sentence, owner))
  return join(sentence, next, describe(sentence, nameOf(next, names)))
}

function isAction({ text, said }: Sentence): boolean {
  if (REFUSED.test(said) || AGENDA.test(text)) return false
  return ACTION.test(said) || ASSIGNED.test(text) || (DUE.test(text) && DATED_ACTION.test(said))
}

/** A request is an action once somebody else has agreed to it. */
function readRequest(sentence: Sentence, next: Sentence, names: Names): Statement[] {
  const isSame = next.voice !== undefined && next.voice === sentence.voice
  if (isSame || !REQUEST.test(sentence.said) || !CONSENT.test(next.said)) return []
  const asked = sentence.text.match(OWNER)?.[1]
  const owner = names.get(next.voice ?? '') ?? asked ?? next.voice
  return [join(sentence, next, describe(sentence, owner))]
}

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
  const [found, ...others] = [...names.values()].filter((full) => full.split(' ').includes(name))
  return found && others.length === 0 ? found : name
}

function describe({ text }: Sentence, owner: string | undefined): Record<string, string> {
  const [, by, when] = text.match(DUE) ?? []
  const due = by ?? when
  return { type: 'action', ...(owner && { owner }), ...(due && { due }) }
}
