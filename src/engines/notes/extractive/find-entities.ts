import { pastCodeOf } from '../../../clinical/en/conditions/past-codes.ts'
import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { type ConditionFact, findConditions as findFacts } from '../../../clinical/en/facts/find-conditions.ts'
import { type Measurement, measurementsIn } from '../../../clinical/en/measurements.ts'
import { relativesIn } from '../../../clinical/en/relatives.ts'
import { DIASTOLIC, formatValue, SYSTOLIC } from '../../../clinical/en/vital-signs.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Claim } from './read-claims.ts'

const SYSTEM = 'ICD-10-CM'
const REACH = 6

/** The patient's conditions by how they stand, and those of the family, each once, with the words that carry them. */
export interface FoundConditions {
  present: Statement[]
  /** Conditions that were there once; `codes` has what the code set has for having had them. */
  past: Statement[]
  pastCodes: Statement[]
  /** Thought of or ruled out by the clinician: without a code (guidelines, IV.H). */
  possible: Statement[]
  refuted: Statement[]
  family: Statement[]
}

export function findConditions(conversation: readonly Told[]): FoundConditions {
  const facts = findFacts(conversation)
  const own = facts.filter(({ person }) => person === 'patient')
  const of = (standing: ConditionFact['standing']) => own.filter((fact) => fact.standing === standing)
  return {
    present: of('present').map((fact) => codeOf(fact)),
    past: of('past').map((fact) =>
      codeOf(fact, { clinical_status: fact.condition.sort === 'lasting' ? 'inactive' : 'resolved', heading: 'Past' }),
    ),
    pastCodes: onceEach(of('past').flatMap(statePast)),
    possible: of('possible').map((fact) =>
      nameOf(fact, { clinical_status: 'active', verification_status: 'provisional', heading: 'Possible' }),
    ),
    refuted: of('refuted').map((fact) => nameOf(fact, { verification_status: 'refuted', heading: 'Ruled out' })),
    family: facts
      .filter(({ person, standing }) => person !== 'patient' && standing !== 'possible')
      .map((fact) => codeOf(fact, { relationship: fact.person })),
  }
}

function codeOf(
  { condition: { code, display }, reason, evidence }: ConditionFact,
  more: Record<string, string> = {},
): Statement {
  return {
    ...{ text: display, evidence, support: 'derived' },
    attributes: { ...more, code, system: SYSTEM, display, reason },
  }
}

function statePast(fact: ConditionFact): Statement[] {
  const past = pastCodeOf(fact.condition.code)
  return past ? [codeOf({ ...fact, condition: { ...fact.condition, ...past } }, { clinical_status: 'resolved' })] : []
}

const nameOf = ({ name, reason, evidence }: ConditionFact, more: Record<string, string>): Statement => ({
  ...{ text: name.charAt(0).toUpperCase() + name.slice(1), evidence, support: 'derived' },
  attributes: { ...more, name, reason },
})

/** The first of each that says the same. */
function onceEach(statements: readonly Statement[]): Statement[] {
  const key = ({ attributes = {}, text }: Statement) =>
    `${attributes.relationship ?? ''} ${(attributes.name ?? text).toLowerCase()}`
  return [...new Map(statements.toReversed().map((statement) => [key(statement), statement])).values()].reverse()
}

/** What was measured, with its value and unit. */
export function findObservations(conversation: readonly Told[]): Statement[] {
  return findMeasured(conversation).flatMap(({ measured, evidence }) =>
    measured.map(
      ({ name, value, unit, code }): Statement => ({
        ...{ text: `${name} ${formatValue(value, unit)}`, evidence, support: 'derived' },
        attributes: { name, value: String(value), unit, code, system: 'LOINC' },
      }),
    ),
  )
}

/** What was measured, as entities; a blood pressure, which is two values, is one. */
export function findMeasurements(conversation: readonly Told[]): Statement[] {
  return findMeasured(conversation).flatMap(({ measured, evidence }) =>
    joinPressure(measured).map(
      ({ name, value, unit }): Statement => ({
        ...{ text: `${name} ${formatValue(value, unit)}`, evidence, support: 'derived' },
        attributes: { type: 'measurement', name, value, unit },
      }),
    ),
  )
}

/** The patient's values, by the sentence that tells them. */
function findMeasured(conversation: readonly Told[]): { measured: Measurement[]; evidence: string[] }[] {
  return conversation
    .filter(({ isClear }) => isClear)
    .flatMap(({ sentences, answer }) => [...sentences, ...answer])
    .filter(({ isQuestion, said }) => !isQuestion && relativesIn(said).length === 0)
    .map(({ spoken, itemId }) => ({ measured: measurementsIn(spoken), evidence: [itemId] }))
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
