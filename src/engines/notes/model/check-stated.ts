import { plainWords } from '../../../clinical/en/words.ts'
import { type LanguageTag, serves } from '../../../domain/language.ts'
import type { Statement } from '../../../domain/note.ts'
import { readClauses } from '../../proof/clauses.ts'
import { type Fault, faultOf } from '../../proof/derived.ts'
import { standsVerbatim } from '../../proof/verbatim.ts'
import type { Stated } from './read-answer.ts'

/** What a model stated as the strongest claim it can make, and what the proof will say against it. */
export function checkStated(
  { text, evidence }: Stated,
  texts: ReadonlyMap<string, string>,
  language: LanguageTag,
): { statement: Statement; fault?: Fault | undefined } {
  const cited = evidence.flatMap((id) => texts.get(id) ?? [])
  const said = plainWords(text)
  const isCited = cited.length > 0 && cited.length === evidence.length && said.length > 0
  if (isCited && standsVerbatim(said, cited) && !isMerelyAsked(said, cited))
    return { statement: { text, evidence, support: 'verbatim' } }
  const fault = isCited ? faultOf(text, cited, serves('en', language)) : 'evidence'
  return { statement: { text, evidence, support: 'derived' }, fault }
}

/** A question that has no mark, as in speech, is told by its beginning. */
function isMerelyAsked(said: readonly string[], cited: readonly string[]): boolean {
  const phrase = said.join(' ')
  const clauses = readClauses(cited).filter(({ words }) => words.join(' ').includes(phrase))
  return clauses.length > 0 && clauses.every(({ isQuestion }) => isQuestion)
}
