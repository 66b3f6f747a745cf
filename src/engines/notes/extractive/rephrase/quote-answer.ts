import type { Speaker } from '../../../../domain/transcript.ts'
import { affirm, readInverted } from './inverted.ts'
import type { Pronouns } from './pronouns.ts'
import { turnCliniciansWords } from './turn-person.ts'

/** "How long", "what medicines", with the clause behind. */
const OPENS =
  /^((?:how|what|which|when|where|why)(?: \w+){0,3}?) ((?:do|does|is|are|was|were|have|has|had|can|could|will|would|should)\b.*)$/

/**
 * A question told, with its answer in the patient's own words, which nobody can misread: `Asked whether anything comes
 * up when the patient coughs: "It was clear at first."` Undefined where the question is of no form that can be told.
 */
export function quoteAnswer(asked: string, answer: string, caller: Speaker, pronouns: Pronouns): string | undefined {
  const told = tellQuestion(asked, pronouns)
  const quoted = answer.replaceAll('"', '')
  const asks = caller === 'patient' ? 'The patient asked' : 'Asked'
  return told && `${asks} ${told}: "${quoted}"`.replace(/\bi(?=['’ ]|$)/g, 'I')
}

function tellQuestion(asked: string, pronouns: Pronouns): string | undefined {
  const [, opener, rest] = OPENS.exec(asked) ?? []
  const clause = tellClause(rest ?? asked, pronouns)
  if (clause !== undefined) return `${opener ?? 'whether'} ${clause}`
  const [, named] = /^(?:any|what about|how about) (.+)$/.exec(asked) ?? []
  return named && `about ${turnCliniciansWords(named, pronouns)}`
}

/** "Did" would need a past form. */
function tellClause(asked: string, pronouns: Pronouns): string | undefined {
  const inverted = readInverted(asked, pronouns)
  if (inverted === undefined || inverted.auxiliary === 'did') return undefined
  if (inverted.rest !== '') return affirm(inverted, pronouns)
  return /^(is|are|was|were)$/.test(inverted.auxiliary) ? `${inverted.subject} ${inverted.auxiliary}` : undefined
}
