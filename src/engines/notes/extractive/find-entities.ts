import { sidesOf } from '../../../clinical/en/conditions/sided.ts'
import { type Measurement, readMeasurements } from '../../../clinical/en/measurements.ts'
import { findMentions, type Mention } from '../../../clinical/en/mentions.ts'
import { DIASTOLIC, formatValue, SYSTOLIC } from '../../../clinical/en/vital-signs.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Claim } from './read-claims.ts'

const SYSTEM = 'ICD-10-CM'
const REACH = 6

/** The conditions that the patient has and those of the family, each once, with its code and the words that carry it. */
export function findConditions(claims: readonly Claim[]): { own: Statement[]; family: Statement[] } {
  const found = findMentions(
    claims.map(({ text }) => text),
    readSentences,
  )
  const statement = ({ condition: { code, display }, relative, from, to }: Mention): Statement => {
    const said = claims.slice(from, to + 1)
    const reason = said.map(({ text }) => text).join(' ')
    return {
      ...{ text: display, evidence: evidenceOf(said), support: 'derived' },
      attributes: { ...(relative && { relationship: relative }), code, system: SYSTEM, display, reason },
    }
  }
  return {
    own: withoutSideless(onceEach(found.filter(({ relative }) => relative === undefined).map(statement))),
    family: onceEach(found.filter(({ relative }) => relative !== undefined).map(statement)),
  }
}

/** What was said of a side is not coded without one as well (ICD-10-CM guidelines, I.B.13). */
function withoutSideless(statements: readonly Statement[]): Statement[] {
  const codes = new Set(statements.map(({ attributes }) => attributes?.code))
  return statements.filter(({ attributes }) => !sidesOf(attributes?.code ?? '').some((code) => codes.has(code)))
}

/** The items that these claims rest on, each once. */
export const evidenceOf = (claims: readonly Claim[]) => [...new Set(claims.flatMap(({ evidence }) => evidence))]

/** The first of each that says the same. */
export function onceEach(statements: readonly Statement[]): Statement[] {
  const key = ({ attributes = {}, text }: Statement) =>
    `${attributes.relationship ?? ''} ${(attributes.name ?? text).toLowerCase()}`
  return [...new Map(statements.toReversed().map((statement) => [key(statement), statement])).values()].reverse()
}

/** What was measured, with its value and unit. */
export function findObservations(claims: readonly Claim[]): Statement[] {
  return claims.flatMap(({ text, evidence }) =>
    readSentences(text).flatMap((sentence) =>
      readMeasurements(sentence).map(
        ({ name, value, unit, code }): Statement => ({
          ...{ text: `${name} ${formatValue(value, unit)}`, evidence, support: 'derived' },
          attributes: { name, value: String(value), unit, code, system: 'LOINC' },
        }),
      ),
    ),
  )
}

/** What was measured, as entities; a blood pressure, which is two values, is one. */
export function findMeasurements(claims: readonly Claim[]): Statement[] {
  return claims.flatMap(({ text, evidence }) =>
    readSentences(text)
      .flatMap((sentence) => joinPressure(readMeasurements(sentence)))
      .map(
        ({ name, value, unit }): Statement => ({
          ...{ text: `${name} ${formatValue(value, unit)}`, evidence, support: 'derived' },
          attributes: { type: 'measurement', name, value, unit },
        }),
      ),
  )
}

function joinPressure(found: readonly Measurement[]): { name: string; value: string; unit: string }[] {
  const isPressure = ({ code }: Measurement) => code === SYSTOLIC.code || code === DIASTOLIC.code
  const others = found.filter((one) => !isPressure(one)).map((one) => ({ ...one, value: String(one.value) }))
  const pressure = found.filter(isPressure).map(({ value }) => value)
  if (pressure.length === 0) return others
  return [{ name: 'Blood pressure', value: pressure.join('/'), unit: SYSTOLIC.unit }, ...others]
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
