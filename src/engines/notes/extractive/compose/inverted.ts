import { isNegated } from '../../../../clinical/en/facts/conversation.ts'
import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { agreePlural, agreeSingular, toPast } from '../../../../clinical/en/grammar/verb-forms.ts'

/** A question that an auxiliary opens, in its parts. */
export interface Inverted {
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
export function readInverted(question: Sentence, voice: Voice, from = 0): Inverted | undefined {
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
  const rest = tellThirdPerson(tokens, clauses, { ...voice, referent: voice.referent }, restFrom, endOf(tokens))
  if (rest === undefined || (isMain && /^(?:do|does|did)$/.test(first.word))) return undefined
  const plural =
    clause.subject.end - clause.subject.start === 1 &&
    /^(?:they|these|those)$/.test(tokens[clause.subject.start]?.word ?? '')
  return {
    subject,
    isPlural:
      plural ||
      isManyThings(tokens[clause.subject.head]) ||
      subject === 'they' ||
      (voice.referent?.isPlural === true && subject === voice.referent.name),
    auxiliary: first.word,
    lemma: isMain ? '' : (tokens[verb.head]?.word ?? ''),
    rest: withoutTag(rest),
    between,
  }
}

const isManyThings = (head: Sentence['tokens'][number] | undefined) =>
  head?.pos === 'NOUN' && head.word !== head.lemma && head.word.endsWith('s')

/** Without the mark at its end. */
export const endOf = (tokens: Sentence['tokens']) =>
  tokens.at(-1)?.pos === 'PUNCT' ? tokens.length - 1 : tokens.length
/** The words of these tokens. */
export const wordsOf = ({ tokens }: Sentence, from: number, to: number) =>
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
export function tellInverted(question: Sentence, says: 'yes' | 'no', voice: Voice): string | undefined {
  const read = readInverted(question, voice)
  if (read === undefined || isNegated(question)) return undefined
  // "Does anything help? – A bit.": what does, the answer says.
  if (says === 'yes' && /^any(?:thing|one|body)\b/.test(read.subject)) return undefined
  return says === 'yes' ? affirm(read) : deny(read)
}

const agree = ({ isPlural }: Inverted, word: string) =>
  (isPlural ? agreePlural : agreeSingular)({ word, lemma: word === 'has' ? 'have' : word, pos: 'AUX' })

function deny(read: Inverted): string | undefined {
  const { subject, auxiliary, lemma, rest, between } = read
  // "Is there any pain? – No."
  if (subject === 'there' && lemma === '')
    return `there ${agree(read, auxiliary)} no ${rest.replace(/^(?:any|an?|some) /, '')}`
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

/** "Do you smoke?" affirmed: "the patient smokes". */
export function affirm(read: Inverted, isAsked = false): string | undefined {
  const { subject, auxiliary, lemma, rest, between } = read
  const middle = between.replace(/\b(?:ever|any)\b/, '').trim()
  const object = rest.replace(/^any (?:other )?/, '').replace(/ at all\b/, '')
  if (!isAsked && /\b(?:any|anything|anyone|anybody|either)\b|\bor\b/.test(object)) return undefined
  if (/^(?:do|does)$/.test(auxiliary) && lemma !== '') {
    const fit = read.isPlural ? lemma : agreeSingular({ word: lemma, lemma, pos: 'VERB' })
    return [subject, middle, fit, object].filter(Boolean).join(' ')
  }
  if (auxiliary === 'did') return [subject, middle, toPast(lemma), object].filter(Boolean).join(' ')
  return [subject, agree(read, auxiliary), middle, lemma, object].filter(Boolean).join(' ')
}
