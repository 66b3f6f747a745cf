import type { Item } from '../../domain/transcript.ts'
import { findRelatives } from './names.ts'
import { lastPerson, type Person, personsOf } from './person.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { readItem, type Sentence } from './sentence.ts'
import { isWord } from './words.ts'

/** One thing that was told: a sentence, or questions with what was answered, and what corrects it. */
export interface Told {
  /** Questions in a row that share the answer; the last is what was answered. */
  questions: Sentence[]
  /** The sentence; what was answered where there are questions. */
  sentence: Sentence
  answer?: Answer
  /** What the same voice says right behind it to correct itself. */
  corrections: Sentence[]
  /** Whom the sentence before it, or the question, was about. */
  antecedent: Antecedent | undefined
}

/** Whom a pronoun may stand for, and the item that names him. */
interface Antecedent {
  person: Person
  itemId: string
}

const MOST_QUESTIONS = 6

/** What was told in a conversation, in its order. A question that nobody answered tells nothing. */
export function readConversation(
  items: readonly Pick<Item, 'id' | 'speaker' | 'text'>[],
  language: RomanceLanguage,
): Told[] {
  const sentences = items.flatMap((item) => readItem(item, language))
  const told: Told[] = []
  let antecedent: Antecedent | undefined
  for (let at = 0; at < sentences.length; ) {
    const own = sentences[at] as Sentence
    const questions = questionsFrom(sentences, at, language)
    const sentence = questions.length > 0 ? sentences[at + questions.length] : own
    const isAnswered =
      questions.length > 0 && sentence !== undefined && isAnswerOf(sentence, questions.at(-1) as Sentence)
    if (questions.length > 0 && !isAnswered) {
      at += questions.length
      continue
    }
    const first = sentence as Sentence
    const asked = questions.at(-1)
    const before = asked ? antecedentOf(asked, antecedent, language) : antecedent
    at += questions.length + 1
    const corrections = correctionsFrom(sentences, at, first, language)
    at += corrections.length
    told.push({
      ...{ questions, sentence: first, corrections, antecedent: before },
      ...(asked && { answer: readAnswer(first, language) }),
    })
    const isGoingOn = sentences[at]?.speaker === first.speaker
    antecedent = isGoingOn ? antecedentOf(first, before, language) : undefined
  }
  return told
}

/** Whom a sentence was about at its end; the one before names him where it has but a pronoun. */
function antecedentOf(
  sentence: Sentence,
  before: Antecedent | undefined,
  language: RomanceLanguage,
): Antecedent | undefined {
  const person = lastPerson(personsOf(sentence, language, before?.person))
  if (person === undefined || person === 'patient') return undefined
  const isNamed = findRelatives(sentence.tokens, language).some(({ name }) => name === person)
  return isNamed || before?.person !== person ? { person, itemId: sentence.itemId } : before
}

function questionsFrom(sentences: readonly Sentence[], at: number, language: RomanceLanguage): Sentence[] {
  const first = sentences[at] as Sentence
  let count = 0
  while (count < MOST_QUESTIONS) {
    const sentence = sentences[at + count]
    if (sentence === undefined || sentence.speaker !== first.speaker) break
    if (!sentence.isQuestion && !(count === 0 && isAnsweredBy(sentence, sentences[at + 1], language))) break
    count++
    if (!sentence.isQuestion) break
  }
  return sentences.slice(at, at + count)
}

/** What was said without the mark of a question, and is answered by yes or no from somebody else. */
function isAnsweredBy(sentence: Sentence, next: Sentence | undefined, language: RomanceLanguage): boolean {
  if (next === undefined || next.isQuestion || sentence.speaker === 'patient') return false
  if (next.speaker === sentence.speaker && next.speaker !== 'unspecified') return false
  if (next.itemId === sentence.itemId) return false
  // Without any mark, "vous êtes allergique à quelque chose" asks whoever speaks next.
  const isAsking = language.questions.unmarked.test(sentence.said) && !/[.!]$/.test(sentence.spoken)
  if (isAsking && sentence.speaker === 'doctor' && next.speaker !== 'doctor') return true
  const answer = readAnswer(next, language)
  return answer.says === 'no' || (answer.says === 'yes' && language.persons.second.test(firstWord(sentence)))
}

const firstWord = ({ tokens }: Sentence) => tokens.find(isWord)?.word ?? ''

const isAnswerOf = (sentence: Sentence, question: Sentence) =>
  !sentence.isQuestion && (sentence.speaker !== question.speaker || sentence.speaker === 'unspecified')

const MOST_CORRECTIONS = 2

function correctionsFrom(
  sentences: readonly Sentence[],
  from: number,
  first: Sentence,
  language: RomanceLanguage,
): Sentence[] {
  const found: Sentence[] = []
  for (let at = from; found.length < MOST_CORRECTIONS; at++) {
    const sentence = sentences[at]
    if (sentence === undefined || sentence.speaker !== first.speaker || sentence.speaker === 'unspecified') break
    if (sentence.isQuestion || !corrects(sentence, language)) break
    found.push(sentence)
  }
  return found
}

/** "Pardon, le gauche.", "Non, le droit."; "no tome" denies and corrects nothing. */
function corrects({ tokens }: Sentence, { corrects: cue }: RomanceLanguage): boolean {
  const mark = tokens.findIndex((token) => !isWord(token))
  const said = tokens.filter(isWord).map(({ word }) => word)
  const count = [3, 2, 1].find((length) => cue.test(said.slice(0, length).join(' ')))
  return count !== undefined && (!/^non?$/.test(said[0] ?? '') || mark === 1)
}
