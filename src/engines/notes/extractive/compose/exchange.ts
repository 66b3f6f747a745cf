import { isNegated, type Told } from '../../../../clinical/en/facts/conversation.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { agreePlural, agreeSingular, toPast } from '../../../../clinical/en/grammar/verb-forms.ts'
import { relativesIn } from '../../../../clinical/en/relatives.ts'
import { isClinical } from '../../../../clinical/en/terms.ts'
import { findingAsked } from './asked-finding.ts'
import { plainSpeech } from './plain-speech.ts'
import { tellClauses } from './tell.ts'
import { topicOf } from './topic.ts'

/** What questions and their answer tell together. */
export interface ToldAnswer {
  texts: string[]
  finding?: string
  isPresent?: boolean
  /** Whether it is told with the answer's own words. */
  isQuoted?: boolean
}

/** A question with its answer, told; undefined where a reader has to see the words themselves. */
export function tellExchange(told: Told, asks: Voice, answers: Voice): ToldAnswer | undefined {
  const questions = told.sentences.map(plainSpeech)
  const [question] = questions as [Sentence]
  const topic = questions.length > 1 || LISTS.test(question.text) ? undefined : (topicOf(question) ?? asks.topic)
  const detail = detailOf(told, { ...answers, topic })
  if (told.says !== undefined && !isExcepted(told)) {
    const found = tellFinding(questions, told, asks, { ...answers, topic })
    if (found) return { ...found, texts: [...(repeats(found, detail.texts) ? [] : found.texts), ...detail.texts] }
    const stated = isOfDegree(question, told)
      ? undefined
      : (tellInverted(question, told.says, asks) ?? tellDeclared(question, told.says, asks))
    const behind = told.says === 'yes' ? detailBehind(told.answer, { ...answers, topic }) : ''
    if (stated) return { texts: [`${stated}${behind}`, ...detail.texts] }
    if (told.says === 'yes' && detail.texts.length > 0) return { texts: detail.texts }
  }
  const named = nameAnswer(question, told.answer, asks, { ...answers, topic })
  if (named) return { texts: [named, ...(detail.isWhole ? [] : detail.texts)] }
  const excepted = tellException(questions, told.answer)
  if (excepted) return { texts: [...excepted, ...detail.texts.slice(1)] }
  const asked = tellOpenQuestion(question, told.answer, asks, { ...answers, topic })
  if (asked) return { texts: [asked, ...(detail.isWhole ? [] : detail.texts)] }
  if (told.says === undefined && detail.texts.length > 0 && detail.isWhole) return { texts: detail.texts }
  const quoted = quote(question, told.answer, asks)
  return quoted ? { texts: [quoted], isQuoted: true } : undefined
}

/** "What dose? – Five milligrams.", "Which hand? – The left one.": a question without a verb names what its answer is. */
function nameAnswer(
  { tokens, clauses, said }: Sentence,
  [first]: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): string | undefined {
  if (clauses.some(({ verb }) => verb) || first === undefined) return undefined
  const plain = plainSpeech(first)
  if (plain.clauses.some(({ verb }) => verb)) return undefined
  const words = tellThirdPerson(plain.tokens, plain.clauses, answers, 0, endOf(plain.tokens))
  const [, noun] = /^(?:and |so )?(?:what|which) ([\w -]+)$/.exec(said) ?? []
  if (words === undefined || tokens.length > 5) return undefined
  if (noun && /^(?:dose|strength|colour|color|time)$/.test(noun))
    return asks.topic && `the ${noun} of ${asks.topic.name} is ${words}`
  if (noun && !/^(?:about|else|happened)/.test(noun)) return `the ${noun} is ${words}`
  if (/^(?:and )?(?:since when|how long)$/.test(said)) return `the duration is ${words}`
  return undefined
}

/** "None of those apart from the ankles": all is denied but that. */
function tellException(questions: readonly Sentence[], [answer]: readonly Sentence[]): string[] | undefined {
  const [, excepted] = EXCEPTION.exec(answer?.said ?? '') ?? []
  const names = questions.flatMap(({ text }) => findingAsked(text)?.split(/, (?:or |and )?| or /) ?? [])
  if (excepted === undefined || names.length < 2) return undefined
  const present = names.filter((name) => sharesWord(name, excepted))
  const absent = names.filter((name) => !present.includes(name))
  if (present.length !== 1 || absent.length === 0) return undefined
  return [`the patient reports ${present[0]}`, `the patient denies ${absent.join(' or ')}`]
}

const EXCEPTION =
  /^(?:no|none|nope|nothing|not really)\b.*?\b(?:apart from|except(?: for)?|other than|besides|only|just)\b(.*)$/
const stem = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '')
const sharesWord = (name: string, words: string) => {
  const known = new Set(words.split(' ').map(stem))
  return name.split(' ').some((word) => word.length > 3 && known.has(stem(word)))
}

/** What was answered in its own words, with what was asked: 'Asked whether the patient drinks alcohol: "Not a lot."' */
function quote(question: Sentence, answer: readonly Sentence[], voice: Voice): string | undefined {
  const asked = tellAsked(question, voice) ?? aboutTopic(question)
  const words = answer.map(({ spoken }) => spoken.replaceAll('"', '')).join(' ')
  if (answer.every(({ said }) => ECHO.test(said))) return undefined
  return asked === undefined ? undefined : `Asked ${asked}: "${words}"`.replace(/\bi\b/g, 'I')
}

/** Where a question cannot be told, what it was about. */
function aboutTopic(question: Sentence): string | undefined {
  const topic = topicOf(question)
  return topic && `about ${topic.name}`
}

function tellAsked(question: Sentence, voice: Voice): string | undefined {
  const finding = findingAsked(question.text, true)
  if (finding) return `about ${finding}`
  const asked = question.text.toLowerCase()
  const [whole, opener] = WH.exec(asked) ?? []
  const from = whole ? question.tokens.findIndex((_, at) => wordsOf(question, 0, at + 1).length >= whole.length) + 1 : 0
  const read = readInverted(question, voice, from)
  if (read === undefined) {
    const [, named] =
      /^(?:(?:and|so) )*(?:any|what about|how about|and)? ?((?:your |the )?[\w' -]+)\?$/.exec(asked) ?? []
    const isNoun = question.clauses.every(({ verb }) => verb === undefined)
    return named &&
      isNoun &&
      (named.split(' ').some(isClinical) || /^(?:the|your) /.test(named)) &&
      !/\byou\b/.test(named)
      ? `about ${named.replace(/\byour\b/, 'the')}`
      : undefined
  }
  const told = affirm(read, true)
  if (told === undefined) return undefined
  return `${opener ?? 'whether'} ${told}`
}

const LISTS = / or |, \w+(?: \w+)?,| pain \w+ pain/
const MOST_FINDINGS = 6

/** "Any fever or chills? – No.": a no denies the whole list; a yes to a list does not say to which of it. */
function tellFinding(
  questions: readonly Sentence[],
  { says, answer }: Told,
  { pronouns }: Voice,
  answers: Voice,
): ToldAnswer | undefined {
  const findings = questions.map(({ text }) =>
    findingAsked(text, true)?.replace(/\bthe (?=life|own|children|work|family)/g, `${pronouns.possessive} `),
  )
  if (findings.length > MOST_FINDINGS || findings.some((finding) => finding === undefined)) return undefined
  const all = findings as string[]
  const isDenied = says === 'no'
  const isList = all.length > 1 || all.some((name) => / or |, /.test(name))
  if (!isDenied && isList) return undefined
  const finding = all.join('; ')
  return {
    texts: [
      isDenied
        ? `the patient denies ${all.join(' or ')}`
        : `the patient reports ${finding}${detailBehind(answer, answers)}`,
    ],
    finding,
    isPresent: !isDenied,
  }
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
function detailBehind([first]: readonly Sentence[], voice: Voice): string {
  if (first === undefined) return ''
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
    if ((at === 0 || named !== voice.named) && says !== 'no') isWhole = true
    texts.push(...told)
  }
  return { texts, isWhole: isWhole && says === undefined }
}

/** "Yes, I do": the question in other words. */
const ECHO =
  /^(?:(?:yes|no|yeah|nope) )*(?:i|it|we|he|she|they|that|there) (?:do|am|have|did|is|does|are|was|has|can|will|would|were)(?: not)?$|^(?:yes |yeah |no )*that is (?:right|correct|it|all)(?: yes| yeah)?$/

interface Inverted {
  subject: string
  isPlural: boolean
  auxiliary: string
  lemma: string
  /** Behind the main verb. */
  rest: string
  /** Between the auxiliary and the main verb: "ever", "been". */
  between: string
}

/** "Do you smoke at all" in its parts, told of the patient; undefined where it is no such question. */
function readInverted(question: Sentence, voice: Voice, from = 0): Inverted | undefined {
  const { tokens, clauses } = question
  const at = clauses.findIndex(
    ({ start, end, verb }) => end > from && verb && verb.start >= from && start <= verb.start,
  )
  const clause = clauses[at]
  const verb = clause?.verb
  const first = tokens[verb?.start ?? -1]
  if (verb === undefined || first?.pos !== 'AUX' || clause?.subject?.start === undefined) return undefined
  const isBefore = clause.subject.start < verb.start
  const subjectAt = isBefore ? -1 : clause.subject.start
  if (subjectAt < 0) return undefined
  const subject = tellThirdPerson(tokens, clauses, voice, clause.subject.start, clause.subject.end)
  if (subject === undefined) return undefined
  const isMain = verb.head === verb.start
  const between = isMain ? '' : wordsOf(question, clause.subject.end, verb.head)
  const restFrom = isMain ? clause.subject.end : verb.head + 1
  const rest = tellThirdPerson(tokens, clauses, { ...voice, topic: voice.topic }, restFrom, endOf(tokens))
  if (rest === undefined || (isMain && /^(?:do|does|did)$/.test(first.word))) return undefined
  const plural =
    clause.subject.end - clause.subject.start === 1 &&
    /^(?:they|these|those)$/.test(tokens[clause.subject.start]?.word ?? '')
  return {
    subject,
    isPlural: plural || subject === 'they',
    auxiliary: first.word,
    lemma: isMain ? '' : (tokens[verb.head]?.word ?? ''),
    rest: withoutTag(rest),
    between,
  }
}

const endOf = (tokens: Sentence['tokens']) => (tokens.at(-1)?.pos === 'PUNCT' ? tokens.length - 1 : tokens.length)
const wordsOf = ({ tokens }: Sentence, from: number, to: number) =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
const withoutTag = (text: string) =>
  text.replace(
    /(?:,? (?:at all|or not|or no|or anything(?: like that)?|lately|is that right|right|okay|correct))+$/i,
    '',
  )

/** "Do you smoke? – No.": "the patient does not smoke". */
function tellInverted(question: Sentence, says: 'yes' | 'no', voice: Voice): string | undefined {
  const read = readInverted(question, voice)
  if (read === undefined || isNegated(question)) return undefined
  return says === 'yes' ? affirm(read) : deny(read)
}

const agree = ({ isPlural }: Inverted, word: string) =>
  (isPlural ? agreePlural : agreeSingular)({ word, lemma: word === 'has' ? 'have' : word, pos: 'AUX' })

function deny(read: Inverted): string | undefined {
  const { subject, auxiliary, lemma, rest, between } = read
  const ever = /\bever\b/.test(between)
  const middle = between.replace(/\bever\b/, '').trim()
  const words = [
    subject,
    agree(read, auxiliary),
    ever ? 'never' : 'not',
    middle,
    lemma,
    rest.replace(/^(?:some|a lot of)\b/, 'any'),
  ]
  return words.filter(Boolean).join(' ')
}

function affirm(read: Inverted, isAsked = false): string | undefined {
  const { subject, auxiliary, lemma, rest, between } = read
  const middle = between.replace(/\b(?:ever|any)\b/, '').trim()
  const object = rest.replace(/^any (?:other )?/, '')
  if (!isAsked && /\b(?:any|anything|anyone|anybody|either)\b|\bor\b/.test(object)) return undefined
  if (/^(?:do|does)$/.test(auxiliary) && lemma !== '') {
    const fit = read.isPlural ? lemma : agreeSingular({ word: lemma, lemma, pos: 'VERB' })
    return [subject, middle, fit, object].filter(Boolean).join(' ')
  }
  if (auxiliary === 'did') return [subject, middle, toPast(lemma), object].filter(Boolean).join(' ')
  return [subject, agree(read, auxiliary), middle, lemma, object].filter(Boolean).join(' ')
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

const WHEN =
  /^(?:(?:since|for|about|around|maybe|roughly|approximately|over|almost|nearly|at least|more than|less than|like|probably|only|just|every|once|twice|in|on|at|last|this|yesterday|today|fortnight|two|three|a|an|the|from|until|between|within|up to|\d)\b|\w+ (?:days?|weeks?|months?|years?|hours?|times?)\b)/i

/** "How long have you had the cough? – About three weeks.": told with the answer in its place. */
function tellOpenQuestion(
  question: Sentence,
  answer: readonly Sentence[],
  asks: Voice,
  answers: Voice,
): string | undefined {
  const asked = question.text.toLowerCase().replace(/[?.]+$/, '')
  const opened = WH.exec(asked)
  const [first] = answer
  if (opened === null || first === undefined) return undefined
  const plain = plainSpeech(first)
  if (
    plain.clauses.some(
      ({ verb, parent, opener }) =>
        verb &&
        parent === undefined &&
        !/^(?:because|since|when|after|before|if|while)$/.test(opener ?? '') &&
        !isShortVerb(plain),
    )
  )
    return undefined
  const words = tellThirdPerson(plain.tokens, plain.clauses, answers, 0, endOf(plain.tokens))
  if (words === undefined || words === '') return undefined
  return placeAnswer(question, opened, words, asks)
}

const isShortVerb = ({ clauses }: Sentence) =>
  clauses.length === 1 && clauses[0]?.subject === undefined && clauses[0]?.verb?.isBase !== true

const WH =
  /^(?:(?:and|so|okay|well|but|then|or) )*(how (?:long|often|many|much|bad|severe|old|far|old are you)|what(?: \w+){0,3}?|which(?: \w+){0,2}?|where|when|since when|who(?: with)?|how)\b/

function placeAnswer(
  question: Sentence,
  [whole, opener = '']: RegExpExecArray,
  answer: string,
  voice: Voice,
): string | undefined {
  const { tokens } = question
  const from = tokens.findIndex((_, at) => wordsOf(question, 0, at + 1).toLowerCase().length >= whole.length) + 1
  const said = answer.replace(/^(?:it is|it was|they are|that is|i would say|probably) /i, '')
  if (/^how (?:long|often|much|many|bad|severe|far)|^(?:since )?when$/.test(opener) && !WHEN.test(said))
    return undefined
  if (/^(?:brings|brought|can i do|can we do|seems to be)/.test(wordsOf(question, from, from + 3))) return undefined
  if (
    opener === 'where' &&
    /^(?:does it hurt|is (?:it|the pain)|do you feel (?:it|the pain)|exactly is (?:it|the pain))/.test(
      wordsOf(question, from, endOf(tokens)).toLowerCase(),
    )
  ) {
    return `the site of the pain is ${said.replace(/^(?:in|on|at) /i, '')}`
  }
  const affected = /^(?:which|what) (\w+)$/.exec(opener)?.[1]
  if (
    affected &&
    /^(?:is it|is affected|hurts|is the (?:problem|bad one|worse)|was it)\??$/.test(
      wordsOf(question, from, endOf(tokens)).toLowerCase(),
    )
  ) {
    return `the affected ${affected} is ${said}`
  }
  const read = readInverted(question, voice, from)
  if (read === undefined || /^(?:you|i|clinician)\b/.test(said)) return undefined
  const { auxiliary } = read
  if (/^(?:can|could|would|should|will)$/.test(auxiliary)) return undefined
  const isDuration = /^how long/.test(opener)
  const told = affirm({
    ...read,
    rest: read.rest.replace(/\b(?:any|been going on)\b/g, (found) => (found === 'any' ? '' : found)),
  })
  if (told === undefined) return undefined
  const placed =
    isDuration &&
    /^(?:about|around|maybe|roughly|almost|nearly|over|a|an|two|three|\d|\w+ (?:days?|weeks?|months?|years?))/i.test(
      said,
    )
      ? `for ${said}`
      : said
  const noun = /^(?:what|which) (\w+)$/.exec(opener)?.[1]
  return noun && read.lemma === '' ? `${told} ${placed}` : `${told} ${placed}`
}
