import type { Item } from '../../../domain/transcript.ts'
import { type Answer, readAnswer } from '../answers.ts'
import { isAnswer } from '../questions.ts'
import { pronounOf, relativesIn } from '../relatives.ts'
import { isClinical, isMedicine } from '../terms.ts'
import { isNegator, isNumber, plainWords } from '../words.ts'
import type { Antecedents } from './person.ts'
import { isHeardClearly, readItem } from './read-sentences.ts'
import type { Sentence } from './sentence.ts'

/** One thing that was told: a sentence, or questions with what was answered to them. */
export interface Told {
  /** The sentence; or the questions, several where short ones in a row share an answer. */
  sentences: Sentence[]
  /** What answers, and what the one who answers goes on to say of it. */
  answer: Sentence[]
  /** How a question that can be answered by yes or no was answered; undefined where a reader could doubt it. */
  says?: Answer['says'] | undefined
  /** The ids of the items that it rests on. */
  evidence: string[]
  antecedents: Antecedents
  /** False when the recogniser itself doubts what it heard. */
  isClear: boolean
}

/** What was told in a conversation, in its order. Questions that nobody answered tell nothing; what was taken back is gone. */
export function readConversation(items: readonly Item[]): Told[] {
  const unclear = new Set(items.filter((item) => !isHeardClearly(item)).map(({ id }) => id))
  const sentences = withoutTakenBack(items.flatMap(readItem))
  const told: Told[] = []
  let antecedents: Antecedents = {}
  for (let at = 0; at < sentences.length; ) {
    const { questions, answerAt } = findExchange(sentences, at)
    const own = questions === 0 ? [sentences[at] as Sentence] : sentences.slice(at, at + questions)
    const isAnswered = questions > 0 && answerAt !== undefined
    const answer = isAnswered ? answersFrom(sentences, answerAt) : []
    const before = antecedents
    antecedents = follow(antecedents, own)
    if (questions === 0 || isAnswered) {
      const all = [...own, ...answer]
      told.push({
        sentences: own,
        answer,
        ...(isAnswered && { says: answerTo(own, answer) }),
        evidence: [...new Set(all.map(({ itemId }) => itemId))],
        antecedents: isAnswered ? askedOf(antecedents, echoedFrom(before, own, told.at(-1))) : before,
        isClear: all.every(({ itemId }) => !unclear.has(itemId)),
      })
      antecedents = { ...follow(antecedents, answer), asked: undefined }
    }
    // What a voice says behind its own question, before the other answers, is told too.
    if (isAnswered) {
      for (const sentence of sentences.slice(at + questions, answerAt)) {
        told.push({
          sentences: [sentence],
          answer: [],
          evidence: [sentence.itemId],
          antecedents,
          isClear: !unclear.has(sentence.itemId),
        })
      }
    }
    at = isAnswered ? (answerAt as number) + answer.length : at + Math.max(1, questions)
  }
  return told
}

const MOST_QUESTIONS = 6
/** How much a voice may say behind its own question before the other answers. */
const MOST_BEHIND = 2

/** How many questions stand here in a row that one answer serves, and where that stands. */
function findExchange(sentences: readonly Sentence[], at: number): { questions: number; answerAt?: number } {
  const first = sentences[at] as Sentence
  if (!isAsking(first)) return { questions: 0 }
  let questions = 1
  while (questions < MOST_QUESTIONS && isElliptic(sentences[at + questions], first)) questions++
  const last = at + questions - 1
  const { speaker, itemId } = sentences[last] as Sentence
  for (let next = last + 1; next <= last + 1 + MOST_BEHIND; next++) {
    const sentence = sentences[next]
    if (sentence === undefined) break
    const isSameVoice = speaker !== 'unspecified' && sentence.speaker === speaker && sentence.itemId === itemId
    const isAnswering = isAnswer(plainWords(sentence.text)[0] ?? '')
    if (!isSameVoice || isAnswering) return isAnswerTo(sentence) ? { questions, answerAt: next } : { questions: 1 }
    if (sentence.isQuestion) break
  }
  return { questions: 1 }
}

/** "And no nights disturbed, is that right?", "No dizziness?", "You are on lisinopril and nothing else?" */
const isAsking = ({ isQuestion }: Sentence) => isQuestion

/** "Or itching?" shares the answer of the question before it. */
function isElliptic(sentence: Sentence | undefined, first: Sentence): boolean {
  if (!sentence?.isQuestion || sentence.itemId !== first.itemId) return false
  return sentence.clauses.every(({ verb }) => verb === undefined) && sentence.tokens.length <= 8
}

const MOST_WORDS_OF_ANSWER = 30
const LEAST_WORDS_ALONE = 4
/** Words that answer nothing by themselves. */
const EMPTY = new Set(
  'hi hello hey okay ok alright all right now good great fine sure thanks thank you so well then and but the a an is it that this i see mm doctor dr sorry pardon say again'.split(
    ' ',
  ),
)

/** "Do you smoke? – I quit ten years ago." */
const OF_HABIT =
  /^(?:well )?i (?:quit|stopped|gave (?:it )?up|used to|never|do|did|only|still|sometimes|usually|mostly)\b/
const MOST_WORDS_OF_HABIT = 8

/** True when it needs its question to be understood: "No.", "For two weeks.", "Yes, in the morning." */
function isAnswerTo({ text, isQuestion }: Sentence): boolean {
  const words = plainWords(text)
  if (isAnswer(words[0] ?? '') && words.length <= MOST_WORDS_OF_ANSWER) return true
  if (isQuestion || words.length > MOST_WORDS_OF_ANSWER || words.every((word) => EMPTY.has(word))) {
    return (
      /^(?:right|correct|exactly|all right|of course|sure|that is (?:right|correct|true|it))\b/.test(words.join(' ')) &&
      words.length <= 4
    )
  }
  const said = words.join(' ')
  const standsAlone =
    /^(well )?(i|my|your|let|we) /.test(said) &&
    words.length >= LEAST_WORDS_ALONE &&
    !(OF_HABIT.test(said) && words.length <= MOST_WORDS_OF_HABIT)
  return (
    !standsAlone && (words.length <= 8 || words.some((word) => isNumber(word) || isClinical(word) || isMedicine(word)))
  )
}

/** The sentence that answers, and one more that takes it back or goes on with it. */
function answersFrom(sentences: readonly Sentence[], at: number): Sentence[] {
  const first = sentences[at] as Sentence
  const next = sentences[at + 1]
  const goesOn = next !== undefined && next.itemId === first.itemId && !next.isQuestion && isShort(first)
  return goesOn ? [first, next] : [first]
}

const isShort = ({ tokens }: Sentence) => tokens.length <= 6

/** An assent to a question that denies, denies: "No diabetes? – Exactly." A bare yes to it may mean either. */
function answerTo(questions: readonly Sentence[], answer: readonly Sentence[]): Answer['says'] | undefined {
  const text = answer.map((one) => one.text).join(' ')
  const said = plainWords(answer[0]?.text ?? '').join(' ')
  const [question] = questions as [Sentence]
  if (!isNegated(question)) return readAnswer(text)?.says ?? (AGREES.test(said) ? 'yes' : undefined)
  if (ASSENTS.test(said) || DENIES.test(said)) return 'no'
  return undefined
}

const ASSENTS =
  /^(?:(?:yes|yeah|yep|no),? )?(?:that's right|that is right|that's correct|that is correct|right|correct|exactly|none|no|nothing|never|not at all)\b/
const AGREES = /^(?:that's|that is) (?:right|correct|true|it)\b(?!.*\b(?:but|except|though)\b)/
const DENIES = /^(?:no|nope|none|never|nothing|not)\b(?!.*\b(?:but|though|actually|except|only)\b)/

const NEGATED_QUESTION =
  /^(?:(?:so|and|okay|ok|well|but|then|now|alright|to confirm|just to check|to check)[, ]+)*(?:no|not|you (?:do|are|have|did) not|you never|never|there is no|nothing|you (?:take|have|had|get|use|are on) no(?:thing)?)\b/i

/** Whether a question denies what it asks after: "And no allergy to latex, is that right?" */
export const isNegated = ({ text, clauses }: Sentence): boolean =>
  NEGATED_QUESTION.test(text) ||
  (clauses[0]?.verb?.isNegated === true && clauses[0].subject !== undefined && !isInverted(text))

const isInverted = (text: string) =>
  /^(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should)\b/i.test(text)

const askedOf = (antecedents: Antecedents, echoed: Antecedents['named']): Antecedents =>
  echoed ? { named: echoed, asked: echoed.person } : antecedents

/** "My mum has hay fever. – Hay fever? – Yes.": a question that only repeats a word goes on about the same person. */
function echoedFrom(
  before: Antecedents,
  [question]: readonly Sentence[],
  previous: Told | undefined,
): Antecedents['named'] {
  if (!question || question.clauses.some(({ verb }) => verb) || question.tokens.length > 5) return undefined
  const words = plainWords(previous?.sentences.map(({ said }) => said).join(' ') ?? '')
  return plainWords(question.said).every((word) => words.includes(word)) ? before.named : undefined
}

const FAMILY = /\b(?:in (?:your|the) family|family history|among your relatives|your (?:family|relatives)|run in)\b/i

/** Of whom the sentences behind these go on to speak. */
function follow(before: Antecedents, sentences: readonly Sentence[]): Antecedents {
  return sentences.reduce((known, sentence) => {
    const named = relativesIn(sentence.said)
      .filter(({ key }) => key !== 'family')
      .at(-1)
    const asked = sentence.isQuestion ? (FAMILY.test(sentence.text) ? 'family' : undefined) : known.asked
    if (named) return { named: { person: named.key, pronoun: pronounOf(named.key) }, asked }
    const isOfPatient = sentence.speaker === 'doctor' && /\byou\b/i.test(sentence.text) && !asked
    return { named: isOfPatient ? undefined : known.named, asked }
  }, before)
}

/** How somebody corrects what he has just said. */
const CORRECTS =
  /^(?:no,? wait|wait|sorry|oh sorry|no,? sorry|i mean|i meant|correction|scratch that|strike that|let me correct)\b[, ]*/i
const PARDON =
  /^(?:sorry|pardon|excuse me|what)\b.*\b(?:what did you say|say that again|again|come again|pardon)\b|^(?:pardon|sorry|excuse me)\?$/i
const MOST_BACK = 4

/** What was corrected is gone, or has the corrected word: "The right knee. No wait, the left." */
function withoutTakenBack(sentences: readonly Sentence[]): Sentence[] {
  const gone = new Set<Sentence>()
  for (const [at, sentence] of sentences.entries()) {
    if (!CORRECTS.test(sentence.text) || sentence.isQuestion) continue
    const rest = plainWords(sentence.text.replace(CORRECTS, ''))
    const earlier = sentences
      .slice(Math.max(0, at - MOST_BACK), at)
      .toReversed()
      .find((one) => one.speaker === sentence.speaker && !gone.has(one) && !one.isQuestion)
    if (earlier && (sharesSlot(plainWords(earlier.text), rest) || isPardoned(sentences, at))) gone.add(earlier)
  }
  return sentences.filter((sentence) => !gone.has(sentence))
}

const isPardoned = (sentences: readonly Sentence[], at: number) =>
  sentences.slice(Math.max(0, at - 2), at).some(({ text, isQuestion }) => isQuestion && PARDON.test(text))

const SIDE = /^(?:left|right|both)$/
/** Whether one sentence says something else in the same place as the other: another side, number or medicine. */
function sharesSlot(earlier: readonly string[], later: readonly string[]): boolean {
  const slots = [(word: string) => SIDE.test(word), isNumber, isMedicine]
  const isReplaced = slots.some((is) => earlier.some(is) && later.some(is))
  const shared = later.filter((word) => isClinical(word) && earlier.includes(word))
  return isReplaced || (shared.length > 0 && later.length <= 8 && !later.some(isNegator))
}
