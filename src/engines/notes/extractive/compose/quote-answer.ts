import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { isClinical } from '../../../../clinical/en/terms.ts'
import { findingAsked } from './asked-finding.ts'
import { affirm, readInverted, wordsOf } from './inverted.ts'
import { WH } from './open-question.ts'
import { referentOf } from './referent.ts'

/** "Yes, I do": the question in other words. */
export const ECHO =
  /^(?:(?:yes|no|yeah|nope) )*(?:i|it|we|he|she|they|that|there) (?:do|am|have|did|is|does|are|was|has|can|will|would|were)(?: not)?$|^(?:yes |yeah |no )*that is (?:right|correct|it|all)(?: yes| yeah)?$/

/** What was answered in its own words, with what was asked: 'Asked whether the patient drinks alcohol: "Not a lot."' */
export function quoteAnswer(question: Sentence, answer: readonly Sentence[], voice: Voice): string | undefined {
  const asked = tellAsked(question, voice) ?? aboutTopic(question)
  const words = answer.map(({ spoken }) => spoken.replaceAll('"', '')).join(' ')
  if (answer.every(({ said }) => ECHO.test(said))) return undefined
  return asked === undefined ? undefined : `Asked ${asked}: "${words}"`.replace(/\bi\b/g, 'I')
}

/** Where a question cannot be told, what it was about. */
function aboutTopic(question: Sentence): string | undefined {
  const referent = referentOf(question)
  return referent && `about ${referent.name}`
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
