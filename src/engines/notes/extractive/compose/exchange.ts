import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { isOffer, refuses } from '../../../../clinical/en/offers.ts'
import { relativesIn } from '../../../../clinical/en/relatives.ts'
import { isBodyPart, isMedicine } from '../../../../clinical/en/terms.ts'
import { tellAllergy } from './allergy.ts'
import { tellAmount } from './amount.ts'
import { findingAsked } from './asked-finding.ts'
import { tellGivenUp } from './given-up.ts'
import { endOf, tellInverted } from './inverted.ts'
import { hasUntold, isDeclined, needsQuestion, needsWords, stem } from './needs-words.ts'
import { nameAnswer, tellOpenQuestion } from './open-question.ts'
import { plainSpeech } from './plain-speech.ts'
import { ECHO, quoteAnswer, quoteRefusal } from './quote-answer.ts'
import { tellRating } from './rating.ts'
import { referentOf } from './referent.ts'
import { tellClauses } from './tell.ts'

/** What questions and their answer tell together. */
export interface ToldAnswer {
  texts: string[]
  finding?: string
  isPresent?: boolean
  /** Whether it is told with the answer's own words. */
  isQuoted?: boolean
}

/** A question with its answer, told; undefined where a reader has to see the words themselves. */
export function tellExchange(exchange: Told, asks: Voice, answers: Voice): ToldAnswer | undefined {
  const told = { ...exchange, answer: exchange.answer.flatMap(apart) }
  const questions = told.sentences.map(plainSpeech)
  const [question] = questions as [Sentence]
  // "You should rest. – Yes." is no refusal.
  const isRefused = isOffer(question.said) && refuses(told.answer[0]?.said ?? '', question.said)
  if (!question.isQuestion && isRefused) return { texts: [quoteRefusal(exchange)], isQuoted: true }
  if (isDeclined(question, told)) return quoted(question, exchange, asks)
  const rated = tellRating(questions, told.answer)
  if (rated) return { texts: [rated] }
  if (IS_CONDITIONAL.test(question.said)) return quoted(question, exchange, asks)
  const referent =
    questions.length > 1 || LISTS.test(question.text)
      ? undefined
      : (referentOf(question) ?? (GOES_ON.test(question.said) ? asks.referent : undefined))
  const allergy = tellAllergy(exchange, { ...answers, referent })
  if (allergy) return { texts: allergy }
  const given = tellGivenUp(question, told.answer, asks, answers)
  if (given)
    return { texts: [given.text, ...detailOf({ ...told, answer: given.rest }, { ...answers, referent }).texts] }
  const amount = tellAmount(question, told.answer, asks, { ...answers, referent })
  if (amount)
    return { texts: [amount, ...detailOf({ ...told, answer: told.answer.slice(1) }, { ...answers, referent }).texts] }
  const detail = detailOf(told, { ...answers, referent })
  if (needsWords(told)) return quoted(question, exchange, asks)
  const answered = tellYesOrNo(exchange, told, questions, asks, { ...answers, referent })
  if (answered) return answered
  const reported = tellNamed(question, told.answer, { ...answers, referent })
  if (reported)
    return { texts: [reported, ...detailOf({ ...told, answer: told.answer.slice(1) }, { ...answers, referent }).texts] }
  const named = nameAnswer(question, told.answer, asks, { ...answers, referent })
  const behind = detailOf({ ...told, answer: told.answer.slice(1) }, { ...answers, referent }).texts
  if (named) return { texts: [named, ...behind] }
  const excepted = tellException(questions, told.answer)
  if (excepted) return { texts: [...excepted, ...detail.texts.slice(1)] }
  const asked = tellOpenQuestion(question, told.answer, asks, { ...answers, referent })
  if (asked) return { texts: [asked, ...behind] }
  if (told.says === undefined && detail.texts.length > 0 && detail.isWhole && !detail.texts.some(needsQuestion))
    return { texts: detail.texts }
  return quoted(question, exchange, asks)
}

/** What a clear yes or no makes of what was asked, with what stands behind it. */
function tellYesOrNo(
  exchange: Told,
  told: Told,
  questions: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): ToldAnswer | undefined {
  if (told.says === undefined || isExcepted(told)) return undefined
  const [question] = questions as [Sentence]
  const detail = detailOf(told, answers)
  const found = tellFinding(questions, told, asks, answers)
  const isBare = !hasUntold(told.answer, [...(found?.texts ?? []), ...detail.texts])
  if (found && !isBare) return quoted(question, exchange, asks) ?? found
  if (found) return { ...found, texts: [...(repeats(found, detail.texts) ? [] : found.texts), ...detail.texts] }
  const both = told.says === 'no' ? tellBoth(question, asks) : undefined
  if (both)
    return {
      texts: [...both, ...detail.texts],
      finding: findingAsked(both[0]?.replace(/^the patient denies /, 'any ') ?? '', true) ?? '',
      isPresent: false,
    }
  const stated =
    isOfDegree(question, told) || isHalfDenied(question, told)
      ? undefined
      : (tellInverted(question, told.says, asks) ?? tellDeclared(question, told.says, asks))
  const how = told.says === 'yes' ? detailBehind(told.answer, answers) : ''
  if (stated && hasUntold(told.answer, [stated, how, ...detail.texts])) return quoted(question, exchange, asks)
  const isNamed = detail.texts.length > 0 && /\b(?:something|anything)\b/.test(stated ?? '')
  if (stated) return { texts: isNamed ? detail.texts : [`${stated}${how}`, ...detail.texts] }
  if (told.says === 'yes' && detail.texts.length > 0) return { texts: detail.texts }
  return undefined
}

/** The question itself speaks of what was named before. */
const GOES_ON =
  /\b(?:it|its|that|this|they|them|those|these|there|one|ones)\b|^(?:(?:and|so) )?(?:how|when|where|since|what|which)\b/

/** "On the left side, and it throbs": words without a verb, and a sentence behind them. */
function apart(sentence: Sentence): Sentence[] {
  const [, front, behind] = APART.exec(sentence.text) ?? []
  if (front === undefined || behind === undefined) return [sentence]
  const read = (text: string) => readSentence(`${text}.`, { id: sentence.itemId, speaker: sentence.speaker })
  const first = read(front)
  return first.clauses.every(({ verb }) => verb === undefined) ? [first, read(behind)] : [sentence]
}

const APART = /^(.+?),? (?:and (?:again,? )?(?=(?:it|they|i|he|she)\b)|but (?=(?:i|my)\b))(.+?)\.?$/i

/** "How about a cough? – A slight cough.": the answer names again what was asked. */
function tellNamed(question: Sentence, [first]: readonly Sentence[], voice: Voice): string | undefined {
  const finding = findingAsked(question.text, true)
  if (finding === undefined || first === undefined || first.clauses.some(({ verb }) => verb !== undefined))
    return undefined
  const plain = plainSpeech(first)
  if (!sharesWord(finding, plain.said) || /\b(?:no|not|never|none|without)\b/.test(plain.said)) return undefined
  const told = tellThirdPerson(plain.tokens, plain.clauses, voice, 0, endOf(plain.tokens))
  return told && `the patient reports ${told.charAt(0).toLowerCase()}${told.slice(1)}`
}

/** "If you bend forward, do you get tingling?": what is answered holds for then only. */
const IS_CONDITIONAL = /^(?:(?:and|so|but|okay) )*(?:if|when|whenever)\b/

function quoted(question: Sentence, { answer }: Told, asks: Voice): ToldAnswer | undefined {
  const text = quoteAnswer(question, answer, asks)
  return text ? { texts: [text], isQuoted: true } : undefined
}

/** "None of those apart from the ankles": all is denied but that. */
function tellException(questions: readonly Sentence[], [answer]: readonly Sentence[]): string[] | undefined {
  const [, excepted] = EXCEPTION.exec(answer?.said ?? '') ?? []
  const names = questions.flatMap(({ text }) => findingAsked(text)?.split(/, (?:or |and )?| or /) ?? [])
  if (excepted === undefined || names.length < 2) return undefined
  const present = names.filter((name) => sharesWord(name, excepted))
  const absent = names.filter((name) => !present.includes(name))
  if (present.length !== 1 || absent.length === 0 || present.some((name) => BODILY.test(name) || FUNCTION.test(name)))
    return undefined
  return [`the patient reports ${present[0]}`, `the patient denies ${absent.join(' or ')}`]
}

const EXCEPTION =
  /^(?:no|none|nope|nothing|not really)\b.*?\b(?:apart from|except(?: for)?|other than|besides|only|just)\b(.*)$/
const sharesWord = (name: string, words: string) => {
  const known = new Set(words.split(' ').map(stem))
  return name.split(' ').some((word) => word.length > 3 && known.has(stem(word)))
}

/** "Any other symptoms I might be missing? Nausea or vomiting?": the second names what is asked. */
const ASKS_GENERALLY =
  /^(?:(?:and|so|okay|do you have|have you had|are there|is there) )*(?:any|anything)(?: other| else)?(?: (?:symptoms?|problems?|complaints?|issues?|like that|else))+(?: (?:i|that|you|we)\b.*)?$/

const LISTS = / or |, \w+(?: \w+)?,| pain \w+ pain/
const MOST_FINDINGS = 6

/** "Any fever or chills? – No.": a no denies the whole list; a yes to a list does not say to which of it. */
function tellFinding(
  questions: readonly Sentence[],
  { says, answer }: Told,
  asks: Voice,
  answers: Voice,
): ToldAnswer | undefined {
  const named = questions.filter(({ said }) => !ASKS_GENERALLY.test(said))
  const findings = (named.length > 0 ? named : questions).map(({ text }) =>
    findingAsked(text, true)?.replace(/\bthe (?=life|own|children|work|family)/g, `${asks.pronouns.possessive} `),
  )
  if (findings.length > MOST_FINDINGS || findings.some((finding) => finding === undefined)) return undefined
  const all = findings as string[]
  const isDenied = says === 'no'
  const isList = all.length > 1 || all.some((name) => / or |, /.test(name))
  if (all.some((name) => (isDenied ? BODILY : FUNCTION).test(name))) return undefined
  const [only] = isDenied && isList ? deniedByName(all, answer) : []
  if (only !== undefined) return { texts: [`the patient denies ${only}`], finding: only, isPresent: false }
  if (!isDenied && isMedicine(all[0]?.split(' ').at(-1) ?? ''))
    return { texts: [`the patient takes ${all[0]}${detailBehind(answer, answers)}`] }
  const compared = tellCompared(all, isDenied, asks)
  if (compared !== undefined) return compared
  if (!isDenied && isList) return undefined
  const finding = all.join('; ')
  return {
    texts: [
      isDenied ? `the patient denies ${listed(all)}` : `the patient reports ${finding}${detailBehind(answer, answers)}`,
    ],
    finding,
    isPresent: !isDenied,
  }
}

/** "Any chest pain or breathlessness? – No chest pain. I'm a bit puffed on the hill.": what the answer names is denied, and no more. */
function deniedByName(asked: readonly string[], [first, ...more]: readonly Sentence[]): string[] {
  const [, named = ''] = /^no (\w.*)$/.exec(first?.said ?? '') ?? []
  const names = asked.flatMap((name) => name.split(/, (?:or |and |any )?| or (?:any )?/))
  const denied = names.filter((name) => sharesWord(name, named))
  return more.length > 0 && denied.length > 0 && denied.length < names.length ? [denied.join(' or ')] : []
}

/** "Do you smoke or drink? – No smoking. A glass of wine on Fridays.": one of the two. */
const isHalfDenied = ({ said }: Sentence, { says, answer: [first, ...more] }: Told) =>
  says === 'no' && more.length > 0 && / or /.test(said) && /^no \w+ing\b/.test(first?.said ?? '')

const ANY_AND = /^((?:and )?any [^,?]+), ((?:is|are|was|were|do|does|did|have|has) .+)$/i

/** "Any weakness, is the foot dragging? – No.": neither. */
function tellBoth({ text, itemId, speaker }: Sentence, asks: Voice): string[] | undefined {
  const [, any, inverted] = ANY_AND.exec(text) ?? []
  const finding = any && findingAsked(`${any}?`, true)
  const read = inverted && tellInverted(readSentence(inverted, { id: itemId, speaker }), 'no', asks)
  return finding && read ? [`the patient denies ${finding}`, read] : undefined
}

/** "Worse with a deep breath? – Yeah.": so is what was spoken of. */
function tellCompared(
  [name = '', ...others]: readonly string[],
  isDenied: boolean,
  { referent }: Voice,
): ToldAnswer | undefined {
  if (!/^(?:worse|better|easier|painful|sore|relieved)\b/.test(name)) return undefined
  const isPart = isBodyPart(referent?.name.split(' ').at(-1) ?? '')
  const { name: thing, isPlural } = referent && !isPart ? referent : SYMPTOMS
  const verb = isPlural ? 'are' : 'is'
  return others.length === 0 ? { texts: [`${thing} ${verb} ${isDenied ? 'not ' : ''}${name}`] } : undefined
}
const SYMPTOMS = { name: 'the symptoms', isPlural: true }

/** "Appetite? – Yeah.": nobody has it or has it not. */
/** "Appetite? – No." */
const BODILY =
  /^(?:the |any |much )*(?:appetite|sleep|mood|breathing|energy|weight|urine|bowels?|vision|hearing|memory|concentration)$/
const FUNCTION =
  /^(?:the |any |much |of )*(?:appetite|sleep|mood|breathing|energy(?: levels?)?|weight|urine|water|waterworks|bowels?|vision|hearing|memory|concentration|libido|temperature|(?:blood )?pressure|sugars?|periods?|diet|(?:past |other )?(?:medical )?(?:history|conditions?|problems?|issues?)|(?:other |known )?allergies(?: to .*)?)$/

/** "Fever, any chills", "aspirin, blood thinners" as one list. */
function listed(names: readonly string[]): string {
  const all = names
    .join(', ')
    .replace(/,? (?:or|and) (?=any\b)|, /g, ', ')
    .replace(/, any /g, ', ')
  return / or /.test(all) ? all : all.replace(/, (?=[^,]*$)/, ' or ')
}

/** "Do you drink much? – Once in a while.": how much is told by the answer's own words. */
const isOfDegree = (question: Sentence, { says, answer }: Told) =>
  says === 'yes' &&
  /\b(?:much|a lot|many|often|regular(?:ly)?|every|always|heavily|all|daily)\b/.test(question.said) &&
  !/^(?:(?:yes|yeah|yep|correct|right|absolutely|definitely|i do|i am|i have)\b ?)+$/.test(answer[0]?.said ?? '')

/** "Any fever? – Yes, I had a fever last night": what was asked is told again. */
const repeats = ({ finding = '', isPresent }: ToldAnswer, [first = '']: readonly string[]) =>
  isPresent === true && first.toLowerCase().includes(finding.split(' ').at(-1) ?? finding)

/** "Only once, the day before yesterday": how it is, in words without a verb. */
function detailBehind([first, second]: readonly Sentence[], voice: Voice): string {
  if (first === undefined) return ''
  // "Yes. Ten milligrams."
  const isBare = /^(?:yes|yeah|yep|i am|i do)$/.test(first.said)
  if (isBare && second?.tokens.some(({ pos }) => pos === 'NUM') === true) return detailBehind([second], voice)
  const plain = readSentence(first.text.replace(/^(?:(?:yes|yeah|yep|yup|uh-huh|mhm|correct|right)\b[,. ]*)+/i, ''), {
    id: first.itemId,
    speaker: first.speaker,
  })
  if (plain.tokens.length < 3 || plain.clauses.some(({ verb }) => verb !== undefined)) return ''
  const told = tellThirdPerson(plain.tokens, plain.clauses, voice, 0, endOf(plain.tokens))
  return told ? `: ${told.charAt(0).toLowerCase()}${told.slice(1)}` : ''
}

/** "No, only latex": the denial does not hold for all. */
const isExcepted = ({ says, answer }: Told) =>
  says === 'no' &&
  /^(?:no|none|nope|nothing)\b.*\b(?:only|just|apart from|except|other than|besides)\b/.test(answer[0]?.said ?? '')

/** What an answer says beyond yes and no: whole sentences. `isWhole` where its first sentence says so much by itself. */
function detailOf({ answer, says }: Told, voice: Voice): { texts: string[]; isWhole: boolean } {
  const texts: string[] = []
  let isWhole = false
  let named = voice.named
  for (const [at, sentence] of answer.entries()) {
    const plain = plainSpeech(sentence)
    const isEcho = ECHO.test(plain.said)
    const told = isEcho ? undefined : tellClauses(plain, { ...voice, named })
    const relative = relativesIn(sentence.said).at(-1)?.key
    if (relative) named = `the patient's ${relative}`
    if (told === undefined) continue
    // "My mum. She's got diabetes.": the first only names of whom the next one tells.
    const isFirst =
      at === 0 || /^(?:yes|yeah|yep|yup)\b/.test(answer[0]?.said ?? '') || relativesIn(answer[0]?.said ?? '').length > 0
    if (isFirst && says !== 'no') isWhole = true
    texts.push(...told)
  }
  return { texts, isWhole: isWhole && says === undefined }
}

/** "You are using the brown inhaler every day, are you not? – I am.": the question told; a no to it is quoted. */
function tellDeclared(question: Sentence, says: 'yes' | 'no', voice: Voice): string | undefined {
  const { text } = question
  const stated = text.replace(TAG, '').replace(/[?]+$/, '')
  const sentence = readSentence(`${stated}.`, { id: question.itemId, speaker: question.speaker })
  const [clause] = sentence.clauses
  if (
    clause?.opener !== undefined ||
    clause?.subject === undefined ||
    clause.verb === undefined ||
    clause.subject.start > clause.verb.start
  )
    return undefined
  const isDenying = clause.verb.isNegated
  if (isDenying !== (says === 'no')) return undefined
  return tellClauses(sentence, voice)?.join('. ')
}

const TAG =
  /,? *(?:(?:are|do|have|did|is|was|does|were|has) (?:not )?(?:you|it|they|he|she)(?: not)?|is that (?:right|correct)|right|correct|okay|yes|no)\?*$/i
