import type { Item } from '../../../domain/transcript.ts'
import { type Answer, readAnswer } from '../answers.ts'
import { ASKS_ADVICE } from '../cues.ts'
import { isOffer, refuses } from '../offers.ts'
import { beginsLikeQuestion, isAnswer } from '../questions.ts'
import { pronounOf, relativesIn } from '../relatives.ts'
import { isClinical, isMedicine } from '../terms.ts'
import { isNegator, plainWords } from '../words.ts'
import { hasMainClause, isAnswerTo } from './is-answer-to.ts'
import type { Antecedents } from './person.ts'
import { readUninterrupted } from './read-interrupted.ts'
import { isHeardClearly } from './read-sentences.ts'
import type { Sentence } from './sentence.ts'
import { tellVoicesApart } from './tell-voices-apart.ts'
import { withoutTakenBack } from './without-taken-back.ts'

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
  const sentences = withoutTakenBack(withoutEchoes(tellVoicesApart(readUninterrupted(items))).map(withoutUptalk))
  const told: Told[] = []
  let antecedents: Antecedents = {}
  for (let at = 0; at < sentences.length; ) {
    const { questions, answerAt } = findExchange(sentences, at)
    const own = questions === 0 ? [sentences[at] as Sentence] : sentences.slice(at, at + questions)
    const isAnswered = questions > 0 && answerAt !== undefined
    const answer = isAnswered ? answersFrom(sentences, answerAt, own) : []
    // What the one who asked goes on to say before the other answers.
    for (const between of isAnswered ? sentences.slice(at + questions, answerAt) : []) {
      if (!BARE.test(between.said)) told.push(tellAlone(between, antecedents, unclear))
    }
    const before = antecedents
    antecedents = follow(antecedents, own)
    if (questions === 0 || isAnswered) {
      const all = [...own, ...answer]
      told.push({
        sentences: own,
        answer,
        ...(isAnswered && { says: answerTo(own, answer) }),
        evidence: [...new Set(all.flatMap(({ itemId, goesOnIn }) => [itemId, ...(goesOnIn ? [goesOnIn] : [])]))],
        antecedents: isAnswered ? askedOf(antecedents, echoedFrom(before, own, told.at(-1))) : before,
        isClear: all.every(({ itemId }) => !unclear.has(itemId)),
      })
      antecedents = { ...follow(antecedents, answer), asked: undefined }
    }
    at = isAnswered ? (answerAt as number) + answer.length : at + Math.max(1, questions)
  }
  return told
}

const tellAlone = (sentence: Sentence, antecedents: Antecedents, unclear: ReadonlySet<string>): Told => ({
  ...{ sentences: [sentence], answer: [], antecedents },
  evidence: [sentence.itemId, ...(sentence.goesOnIn ? [sentence.goesOnIn] : [])],
  isClear: !unclear.has(sentence.itemId),
})

const MOST_QUESTIONS = 6
/** How much a voice may say behind its own question before the other answers. */
const MOST_BEHIND = 2

/** How many questions stand here in a row that one answer serves, and where that stands. */
function findExchange(sentences: readonly Sentence[], at: number): { questions: number; answerAt?: number } {
  const first = sentences[at] as Sentence
  if (!first.isQuestion && !isAnsweredBy(first, sentences[at + 1])) return { questions: 0 }
  // A question tells nothing then; "and you do not smoke" is told.
  const unanswered = { questions: first.isQuestion ? 1 : 0 }
  // Whatever is told then is told by itself.
  if (OPENS_VISIT.test(first.said) && first.speaker !== 'patient') return { questions: 1 }
  let questions = 1
  while (questions < MOST_QUESTIONS && isElliptic(sentences[at + questions], first)) questions++
  const last = at + questions - 1
  const { speaker, itemId } = sentences[last] as Sentence
  for (let next = last + 1; next <= last + 1 + MOST_BEHIND; next++) {
    const sentence = sentences[next]
    if (sentence === undefined) break
    const isSameSpeaker = speaker !== 'unspecified' && sentence.speaker === speaker
    // Nobody answers himself in his next turn.
    if (isSameSpeaker && sentence.itemId !== itemId) break
    const isSameVoice = isSameSpeaker
    const isAnswering = isAnswer(plainWords(sentence.text)[0] ?? '')
    if (OPEN_QUESTION.test(first.text) && BARE.test(sentence.said)) continue
    if (!isSameVoice || isAnswering)
      return isAnswerTo(sentence) && !tellsByItself(first, sentence) ? { questions, answerAt: next } : unanswered
    if (sentence.isQuestion) break
  }
  return unanswered
}

/** "How can I help?", "what's been going on with the eye?" */
const OPENS_VISIT =
  /\bhow (?:can|may|could) i help\b|\bwhat can (?:i|we) do\b|\bwhat (?:is|seems to be|has been|was) (?:the (?:trouble|problem|matter|issue)|going on|happening|bringing you)\b|\bwhat (?:brings|brought) you\b|\bhow (?:are|have) (?:you|things|we) (?:been|getting on|doing|today)\b(?! with)|\bhow (?:is|has) (?:it|everything) (?:going|been)\b|\bhow did (?:you get on|it go|things go)\b/

/** "Is it the cruciate? – I think you've ruptured it, yes.": what a clinician states needs no patient's question. */
function tellsByItself(asked: Sentence, answer: Sentence): boolean {
  if (!/^(?:patient|other)$/.test(asked.speaker) || answer.speaker !== 'doctor' || ASKS_ADVICE.test(asked.said))
    return false
  const rest = answer.said.replace(/^(?:(?:yes|yeah|yep|no|nope|well|oh|so) )+/, '')
  return rest.split(' ').length > 2 && hasMainClause(answer) && !ECHOES.test(rest)
}
const ECHOES =
  /^(?:i (?:do )?(?:think|suspect|believe|reckon|am afraid|would say)(?: that)? )?(?:it|you|he|she|they|that|i) (?:\w+ )?(?:is|are|do|does|did|can|will|would|might|may|should|could|think so|was|has|have)(?: not)?(?: (?:yes|no|yeah|so|it))*$/

/** What a listener says meanwhile: no answer to "where". */
const BARE = /^(?:yes|yeah|yep|yup|okay|ok|right|sure|mm|mhm|uh-huh|no)$/

/** "And you do not smoke", with no mark behind it, is a question when the other says yes or no to it. */
function isAnsweredBy({ speaker, said }: Sentence, next: Sentence | undefined): boolean {
  if (next === undefined || next.speaker === speaker || speaker === 'patient' || next.isQuestion) return false
  if (/\?$/.test(next.spoken)) return false
  if (isOffer(said) && refuses(next.said, said)) return true
  return ASKS_TO_CONFIRM.test(said) && !FORBIDS.test(said) && ANSWERS_SHORTLY.test(next.said)
}

const ASKS_TO_CONFIRM =
  /^(?:(?:and|so|okay|but|now|well) )*(?:you|no|any|he|she) |\b(?:make sure|confirm)(?: that)? (?:you|there)\b/
/** "No alcohol with that, it'll make you very sick." */
const FORBIDS =
  /^(?:(?:and|so|okay|but|now|well) )*no .*\b(?:will|until|while|for (?:the|two|three|at least)|with (?:that|it|them))\b/
const ANSWERS_SHORTLY =
  /^(?:(?:oh|well|actually|um) )*(?:yes|yeah|yep|no|nope|nah|never|none|correct|exactly|that is (?:right|correct)|i (?:do|am|have|did|was)(?: not)?\b|still)/

/** "Or itching?" shares the answer of the question before it. */
function isElliptic(sentence: Sentence | undefined, first: Sentence): boolean {
  if (!sentence?.isQuestion || sentence.itemId !== first.itemId) return false
  return sentence.clauses.every(({ verb }) => verb === undefined) && sentence.tokens.length <= 8
}

/** The sentence that answers, and one more that takes it back or goes on with it; of a clinician's answer the first alone. */
function answersFrom(sentences: readonly Sentence[], at: number, [asked]: readonly Sentence[]): Sentence[] {
  const first = sentences[at] as Sentence
  const next = sentences[at + 1]
  if (first.speaker === 'doctor' && asked?.speaker !== 'doctor' && asked?.speaker !== 'unspecified') return [first]
  const isSame =
    next?.itemId === first.itemId ||
    (BARE.test(first.said) && next?.speaker === first.speaker && first.speaker !== 'unspecified')
  const goesOn = next !== undefined && isSame && !next.isQuestion && (isShort(first) || CUT_DOWN.test(next.said))
  return goesOn ? [first, next] : [first]
}

/** "It was a bottle a night. I've cut it down to half.": the first alone says too much. */
const CUT_DOWN =
  /^(?:(?:but|well|now|and|not any ?more|these days) )*i (?:have |had )?(?:cut|stopped|quit|gave|given|halved)\b|^(?:but )?not (?:now|any ?more)\b/

const isShort = ({ tokens }: Sentence) => tokens.length <= 6

/** An assent to a question that denies, denies: "No diabetes? – Exactly." A bare yes to it may mean either. */
function answerTo(questions: readonly Sentence[], answer: readonly Sentence[]): Answer['says'] | undefined {
  const text = answer.map((one) => one.text.replace(SAYS, '$1')).join(' ')
  const said = plainWords(answer[0]?.text ?? '').join(' ')
  const [question] = questions as [Sentence]
  if (OPEN_QUESTION.test(question.text)) return undefined
  if (isOfLooking(questions, answer)) return undefined
  // "Anyone in your family? – Yes, my brother does."
  if (FAMILY.test(question.text) && /^(?:yes|yeah|yep|yup)\b/.test(said)) return 'yes'
  if (!isNegated(question)) {
    return readAnswer(text)?.says ?? (AGREES.test(said) || namesWhatIsAsked(question, answer) ? 'yes' : undefined)
  }
  if (CONTRADICTS.test(said)) return undefined
  if (ASSENTS.test(said) || DENIES.test(said)) return 'no'
  return undefined
}

/** An interpreter tells what the patient says. */
const SAYS = /^((?:yes|no|yeah|well)[, ]+)?(?:he|she|they) (?:says?|said)(?: that)?,? /i

/** "Did you notice any white spots? – No, I have not looked": nothing is known of them. */
const isOfLooking = (questions: readonly Sentence[], answer: readonly Sentence[]) =>
  answer.some(({ said }) =>
    /\b(?:not|never) (?:\w+ )?(?:looked|checked|noticed|seen|measured|tried|look|check)\b/.test(said),
  ) && questions.some(({ said }) => /\b(?:notice|see|seen|noticed|check|checked|look|tested|measured)\b/.test(said))

/** "How long", "which knee": neither yes nor no answers it. */
const OPEN_QUESTION =
  /^(?:(?:and|so|okay|well|but|then|or|now|also|great|good|alright|all right)[, ]+)*(?:on (?:a|the) (?:pain )?scale [^,]*, )?(?:(?:how|what)(?! about)|which|where|when|who|why|since when)\b/i
/** "Do you take anything? – Ibuprofen.": who names one has it. */
const namesWhatIsAsked = ({ said }: Sentence, [first]: readonly Sentence[]) =>
  /\b(?:anything|something|any (?:other )?(?:medications?|medicines?|tablets|pills|drugs|inhalers?|allerg\w+|medical (?:problems|conditions)|conditions|illnesses|operations|surger\w+|blood thinners?))\b/.test(
    said,
  ) &&
  first?.clauses.every(({ verb }) => verb === undefined) === true &&
  first.said.split(' ').some((word) => isMedicine(word) || isClinical(word)) &&
  !first.said.split(' ').some(isNegator)

const CONTRADICTS = /^(?:(?:oh|well|actually|yes|yeah|no|um) )*i (?:do|am|have|did|still (?:am|do|have))\b(?! not)/
const ASSENTS =
  /^(?:(?:yes|yeah|yep|no),? )?(?:that's right|that is right|that's correct|that is correct|right|correct|exactly|none|no|nothing|never|not at all)\b/
const AGREES = /^(?:that's|that is) (?:right|correct|true|it)\b(?!.*\b(?:but|except|though)\b)/
const DENIES = /^(?:no|nope|none|never|nothing|not)\b(?!.*\b(?:but|though|actually|except|only)\b)/

const NEGATED_QUESTION =
  /^(?:(?:so|and|okay|ok|well|but|then|now|alright|to confirm|just to check|to check)[, ]+)*(?:no|not|you (?:do|are|have|did) not|you never|never|there (?:is|was|are|were|has been|have been) (?:no|not any)|nothing|you (?:take|have|had|get|use|are on) no(?:thing)?)\b/i

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

/**
 * Whoever was named is spoken of no more when the doctor turns to the patient; and a companion's "she" is the patient again
 * once a sentence has passed.
 */
function isOver(sentence: Sentence, before: Sentence | undefined, { asked }: Antecedents): boolean {
  if (sentence.speaker === 'doctor') return !asked && (/\byou\b/i.test(sentence.text) || !sentence.isQuestion)
  return sentence.speaker === 'other' && before?.itemId !== sentence.itemId
}

/** Of whom the sentences behind these go on to speak. */
export function follow(before: Antecedents, sentences: readonly Sentence[]): Antecedents {
  return sentences.reduce((known, sentence, at) => {
    const named = relativesIn(sentence.said)
      .filter(({ key }) => key !== 'family')
      .at(-1)
    const asked = sentence.isQuestion ? askedBy(sentence, known) : known.asked
    const { itemId } = sentence
    if (named) return { named: { person: named.key, pronoun: pronounOf(named.key), itemId }, asked }
    return { named: isOver(sentence, sentences[at - 1], known) ? undefined : known.named, asked }
  }, before)
}

const MOST_BACK = 4

/** "Any pain when you go? – Pain when I go? Yes.": a question that only repeats the one before it asks nothing. */
const withoutEchoes = (sentences: readonly Sentence[]): Sentence[] =>
  sentences.filter((sentence, at) => {
    if (isHeardBack(sentence, sentences.slice(Math.max(0, at - MOST_BACK), at))) return false
    // "Every day? – Every day? – Yes. – No, twice a week.": who asked says yes to the echo.
    const isAssent = sentence.speaker === 'doctor' && BARE.test(sentence.said) && isEcho(sentences, at - 1)
    return !isAssent && !isEcho(sentences, at)
  })

function isEcho(sentences: readonly Sentence[], at: number): boolean {
  const [before, sentence] = [sentences[at - 1], sentences[at]]
  if (!before?.isQuestion || !sentence?.isQuestion) return false
  if (before.speaker === sentence.speaker || sentence.speaker !== 'patient') return false
  const words = new Set([...before.said.split(' '), 'i', 'my', 'me'])
  return sentence.said.split(' ').every((word) => words.has(word))
}

/** A patient's voice that rises at the end of what is no question asks nothing. */
const withoutUptalk = (sentence: Sentence): Sentence =>
  sentence.isQuestion &&
  sentence.speaker === 'patient' &&
  !beginsLikeQuestion(plainWords(sentence.spoken)) &&
  // "So no cancer?"
  !/^(?:so )?no /i.test(sentence.spoken)
    ? { ...sentence, isQuestion: false }
    : sentence

/** "Left side.", a doctor says back: all of it was said right before by the other. */
function isHeardBack(sentence: Sentence, before: readonly Sentence[]): boolean {
  if (sentence.speaker !== 'doctor' || sentence.isQuestion) return false
  const words = sentence.said.split(' ').filter((word) => !SMALL.test(word))
  if (words.length === 0 || words.length > 8) return false
  const heard = new Set(before.filter(({ speaker }) => speaker === 'patient').flatMap(({ said }) => said.split(' ')))
  return words.every((word) => heard.has(word))
}

const SMALL =
  /^(?:you|your|i|my|me|the|a|an|it|that|is|are|was|so|and|okay|yes|no|right|for|of|in|on|at|have|has|had|been|do|did|just|also|about)$/

/** "Anything in the family? Anything like diabetes?": a question without a verb goes on with the one before. */
function askedBy({ text, clauses }: Sentence, { asked }: Antecedents): Antecedents['asked'] {
  if (FAMILY.test(text)) return 'family'
  return clauses.every(({ verb }) => verb === undefined) ? asked : undefined
}
