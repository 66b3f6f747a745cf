import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { beginsLikeQuestion } from '../../../../clinical/en/questions.ts'
import { isClinical } from '../../../../clinical/en/terms.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import { findingAsked } from './asked-finding.ts'
import { affirm, readInverted, wordsOf } from './inverted.ts'
import { ASKS_TWICE, WH } from './open-question.ts'
import { referentOf } from './referent.ts'

/** "Yes, I do": the question in other words. */
export const ECHO =
  /^(?:(?:yes|no|yeah|nope) )*(?:i|it|we|he|she|they|that|there) (?:do|am|have|did|is|does|are|was|has|can|will|would|were)(?: not)?(?: (?:yes|yeah|yep|no))*$|^(?:yes |yeah |no )*that is (?:right|correct|it|all)(?: yes| yeah)?$/

/** What was answered in its own words, with what was asked: 'Asked whether the patient drinks alcohol: "Not a lot."' */
export function quoteAnswer(question: Sentence, answer: readonly Sentence[], voice: Voice): string | undefined {
  const isLong = answer.some(({ said }) => said.split(' ').length > 2)
  // "You" is whoever answers: a companion is no patient.
  const isOfCompanion = answer[0]?.speaker === 'other' && /\b(?:you|your)\b/.test(question.said)
  const asked = isOfCompanion
    ? asSaid(question)
    : (tellAsked(question, { ...voice, referent: undefined }) ??
      (hasVerb(question) ? asSaid(question) : undefined) ??
      aboutTopic(question) ??
      (isLong ? asSaid(question) : undefined))
  const words = answer.map(({ spoken }) => spoken.replaceAll('"', '')).join(' ')
  if (answer.every(({ said }) => ECHO.test(said))) return undefined
  const asks = voice.speaker === 'patient' ? 'The patient asked' : 'Asked'
  return asked === undefined ? undefined : `${asks} ${asked}: "${words}"`.replace(/\bi\b/g, 'I')
}

/** 'Offered "I'd recommend a colonoscopy.": "I don't want that."' */
export function quoteRefusal({ sentences, answer }: Pick<Told, 'sentences' | 'answer'>): string {
  const [offered, refused] = [sentences, answer].map((said) =>
    said.map(({ spoken }) => spoken.replaceAll('"', '')).join(' '),
  )
  return `Offered "${offered}": "${refused}"`
}

const hasVerb = ({ clauses }: Sentence) => clauses.some(({ verb }) => verb !== undefined)

const MOST_WORDS_ASKED = 24

/** The question itself, where it can be told in no other words. */
const asSaid = ({ spoken, tokens, clauses, isQuestion, speaker }: Sentence) =>
  isQuestion &&
  speaker !== 'unspecified' &&
  (spoken.trim().endsWith('?') ||
    beginsLikeQuestion(plainWords(spoken)) ||
    WH.test(spoken.toLowerCase()) ||
    clauses.every(({ verb }) => verb === undefined)) &&
  tokens.length <= MOST_WORDS_ASKED
    ? `"${spoken.replaceAll('"', '')}"`
    : undefined

/** Where a question cannot be told, what it was about. */
function aboutTopic(question: Sentence): string | undefined {
  const referent = referentOf(question)
  return referent && `about ${referent.name}`
}

/** Whether a question told as a clause has become one. */
function isClause(told: string): boolean {
  const [first] = readSentence(told, { id: '', speaker: 'unspecified' }).clauses
  return first?.subject !== undefined && first.verb !== undefined && first.subject.end - first.subject.start < 8
}

const opensLate = ({ clauses, tokens }: Sentence) =>
  tokens.slice(0, clauses.find(({ verb }) => verb)?.verb?.start ?? 0).some(({ pos }) => pos === 'NOUN')

function tellAsked(question: Sentence, voice: Voice): string | undefined {
  const finding = findingAsked(question.text, true)
  if (/^(?:and |so )?any (?:to|for|with)\b/.test(question.said)) return undefined
  if (finding) return `about ${finding}`
  const asked = question.text.toLowerCase()
  const [whole, opener] = WH.exec(asked) ?? []
  const from = whole ? question.tokens.findIndex((_, at) => wordsOf(question, 0, at + 1).length >= whole.length) + 1 : 0
  if (ASKS_TWICE.test(asked) || /\blike (?:this|that)\b/.test(asked)) return undefined
  // "How many weeks are you?": what is counted belongs to it.
  if (/(?:how (?:many|much)|which|what)$/.test(opener ?? '') && question.tokens[from]?.pos === 'NOUN') return undefined
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
  // "Any shortness of breath, palpitations, have you passed out?" asks after more than its clause.
  if (from === 0 && opensLate(question)) return undefined
  const told = affirm(read, true)
  if (told === undefined || !isClause(told)) return undefined
  return `${opener ?? 'whether'} ${told}`
}
