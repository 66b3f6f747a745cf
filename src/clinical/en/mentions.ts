import { affirms, isAskedAfter, isAsserted, isLongAgo } from './assertions.ts'
import { type Condition, findNames } from './conditions.ts'
import { cutSpoken } from './cut-spoken.ts'
import type { NameOf } from './names.ts'
import { beginsLikeQuestion } from './questions.ts'
import { goesOnAbout, relativeInAnswer, relativeOf, subjectOf } from './relatives.ts'
import { plainWords } from './words.ts'

/** A condition that someone is said to have. */
export interface Mention<Named = Condition> {
  condition: Named
  /** Whose it is, when it is a relative's: `mother`. */
  relative?: string
  /** The first and the last of the texts that it rests on. */
  from: number
  to: number
}

/** What can be had: a lasting thing of years ago is there today, and a relative's symptom is of no interest. */
type Sorted = Pick<Condition, 'sort'>
type Find<Named> = (said: string) => NameOf<Named>[]
/** How a text is cut into sentences: as speech, unless its sentences are marked already. */
type Cut = (text: string) => string[]

interface Sentence {
  said: string
  isQuestion: boolean
  /** Which of the texts it stands in. */
  at: number
  /** A relative whom an earlier sentence named, when this one goes on about him. */
  about?: { relative: string; at: number }
}

/**
 * The conditions that someone is said to have. What is denied, guessed, feared, long past, or asked about without a yes
 * is left out. The answer to a question is the sentence behind it.
 */
export const findMentions = (texts: readonly string[], cut?: Cut): Mention[] => mentionsOf(texts, findNames, cut)

/** The same for whatever `find` finds in a sentence of plain words. */
export function mentionsOf<Named extends Sorted>(
  texts: readonly string[],
  find: Find<Named>,
  cut: Cut = cutSpoken,
): Mention<Named>[] {
  const sentences = followRelatives(texts.flatMap((text, at) => cut(text).map((printed) => sentenceOf(printed, at))))
  return sentences.flatMap((sentence, index) => {
    if (!sentence.isQuestion) return readStatement(sentence, find)
    const answer = sentences[index + 1]
    return answer && affirms(answer.said) ? readQuestion(sentence, answer, find) : []
  })
}

function sentenceOf(printed: string, at: number): Sentence {
  const words = plainWords(printed)
  return { said: words.join(' '), isQuestion: printed.endsWith('?') || beginsLikeQuestion(words), at }
}

/** "My father died young. He had diabetes." */
function followRelatives(sentences: readonly Sentence[]): Sentence[] {
  let about: Sentence['about']
  return sentences.map((sentence) => {
    const relative = subjectOf(sentence.said)
    if (relative !== undefined) about = { relative, at: sentence.at }
    else if (about && !goesOnAbout(about.relative, sentence.said)) about = undefined
    return about && relative === undefined ? { ...sentence, about } : sentence
  })
}

function readStatement<Named extends Sorted>({ said, at, about }: Sentence, find: Find<Named>): Mention<Named>[] {
  return find(said).flatMap((name) => {
    const [before, after] = [said.slice(0, name.start), said.slice(name.end)]
    if (!isAsserted(before, after)) return []
    const relative = about?.relative ?? relativeOf(before, after)
    return mention(name, relative, said, { from: about?.at ?? at, to: at })
  })
}

/** A yes to one thing says that; a yes to several does not say which. */
function readQuestion<Named extends Sorted>(
  { said, at, about }: Sentence,
  answer: Sentence,
  find: Find<Named>,
): Mention<Named>[] {
  const names = find(said)
  const [name] = names
  if (!name || names.length > 1) return []
  const [before, after] = [said.slice(0, name.start), said.slice(name.end)]
  if (!isAskedAfter(before, after)) return []
  const relative = about?.relative ?? relativeOf(before, after)
  const named = relativeInAnswer(answer.said)
  const whose = relative === undefined || relative === 'family' ? (named ?? relative) : relative
  return mention(name, whose, `${said} ${answer.said}`, { from: about?.at ?? at, to: answer.at })
}

function mention<Named extends Sorted>(
  { condition }: NameOf<Named>,
  relative: string | undefined,
  said: string,
  place: { from: number; to: number },
): Mention<Named>[] {
  if (relative !== undefined) return condition.sort === 'symptom' ? [] : [{ condition, relative, ...place }]
  return condition.sort !== 'lasting' && isLongAgo(said) ? [] : [{ condition, ...place }]
}
