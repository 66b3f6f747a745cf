import { readMeasurements } from '../../../clinical/measurements.ts'
import { findMentions, type Mention } from '../../../clinical/mentions.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/words.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Claim } from './pair-answers.ts'

const SYSTEM = 'ICD-10-CM'
const REACH = 6

/** The conditions that the patient has and those of the family, each once, with its code. */
export function findConditions(claims: readonly Claim[]): { own: Statement[]; family: Statement[] } {
  const found = findMentions(claims.map(({ text }) => text))
  const statement = ({ condition: { code, display }, relative, from, to }: Mention): Statement => ({
    ...{ text: display, evidence: evidenceOf(claims.slice(from, to + 1)), support: 'derived' },
    attributes: { ...(relative && { relationship: relative }), code, system: SYSTEM, display },
  })
  return {
    own: onceEach(found.filter(({ relative }) => relative === undefined).map(statement)),
    family: onceEach(found.filter(({ relative }) => relative !== undefined).map(statement)),
  }
}

const evidenceOf = (claims: readonly Claim[]) => [...new Set(claims.flatMap(({ evidence }) => evidence))]

/** The first of each that says the same. */
export function onceEach(statements: readonly Statement[]): Statement[] {
  const key = ({ attributes = {}, text }: Statement) =>
    `${attributes.relationship ?? ''} ${(attributes.name ?? text).toLowerCase()}`
  return [...new Map(statements.toReversed().map((statement) => [key(statement), statement])).values()].reverse()
}

/** What was measured, in the words that were said; a program reads the value from the attributes. */
export function findObservations(claims: readonly Claim[]): Statement[] {
  return claims.flatMap(({ text, evidence }) =>
    readSentences(text).flatMap((sentence) =>
      readMeasurements(sentence).map(
        ({ phrase, name, value, unit, code }): Statement => ({
          ...{ text: phrase, evidence, support: 'verbatim' },
          attributes: { name, value: String(value), unit, code, system: 'LOINC' },
        }),
      ),
    ),
  )
}

/** The observations as entities; a blood pressure, which is two values in one phrase, is one. */
export function findMeasurements(claims: readonly Claim[]): Statement[] {
  const byPhrase = Map.groupBy(findObservations(claims), ({ text, evidence }) => `${evidence} ${text}`)
  return [...byPhrase.values()].flatMap((found) => {
    const [first] = found
    const value = found.map(({ attributes }) => attributes?.value).join('/')
    const name = found.length > 1 ? 'Blood pressure' : (first?.attributes?.name ?? '')
    if (!first) return []
    return [{ ...first, attributes: { type: 'measurement', name, value, unit: first.attributes?.unit ?? '' } }]
  })
}

/** Names of one sort where they are said and not denied, each once. */
export function findNamed(claims: readonly Claim[], names: RegExp, type: string): Statement[] {
  const sentences = claims.flatMap(({ text, evidence }) => readSentences(text).map((said) => ({ said, evidence })))
  return onceEach(
    sentences
      .filter(({ said }) => !said.endsWith('?'))
      .flatMap(({ said, evidence }) =>
        [...said.toLowerCase().matchAll(names)]
          .filter((match) => !isDenied(said, match))
          .map((match) => ({
            ...{ text: said.slice(match.index, match.index + match[0].length), evidence, support: 'verbatim' as const },
            attributes: { type, name: match[0] },
          })),
      ),
  )
}

function isDenied(said: string, { 0: name, index }: RegExpExecArray): boolean {
  const before = plainWords(said.slice(0, index)).slice(-REACH)
  const [next = ''] = plainWords(said.slice(index + name.length))
  return before.some(isNegator) || isNegator(next)
}
