import type { Observation } from '@medplum/fhirtypes'
import type { Statement } from '../../domain/note.ts'
import type { Finding, Setting } from './finding.ts'
import { concept, SYSTEMS } from './systems.ts'

/** LOINC: the panel and its two parts, as FHIR's blood pressure profile has them (hl7.org/fhir/R4/bp.html). */
const PRESSURE = { panel: '85354-9', systolic: '8480-6', diastolic: '8462-4' }

/** What was measured; the two values of a blood pressure are one observation. */
export function observationsOf(statements: readonly Statement[], setting: Setting): Finding<Observation>[] {
  const found: Finding<Observation>[] = []
  for (let at = 0; at < statements.length; at++) {
    const [first, second] = statements.slice(at, at + 2)
    if (first && second && isPressure(first, second)) {
      found.push(pressureOf(first, second, setting))
      at++
    } else if (first) found.push(observationOf(first, setting))
  }
  return found
}

const isPressure = (first: Statement, second: Statement) =>
  first.attributes?.code === PRESSURE.systolic &&
  second.attributes?.code === PRESSURE.diastolic &&
  `${first.evidence}` === `${second.evidence}`

function observationOf(statement: Statement, setting: Setting): Finding<Observation> {
  const resource = { ...begin(setting), code: codeOf(statement), ...readValue(statement) }
  return { text: statement.text, evidence: statement.evidence, resource }
}

function pressureOf(systolic: Statement, diastolic: Statement, setting: Setting): Finding<Observation> {
  const component = [systolic, diastolic].map((part) => ({ code: codeOf(part), ...readValue(part) }))
  const code = { ...concept(SYSTEMS.loinc, PRESSURE.panel), text: 'Blood pressure' }
  const [high, low] = [systolic, diastolic].map(({ attributes }) => attributes?.value ?? '')
  const text = `Blood pressure ${high}/${low} mmHg`
  return { text, evidence: systolic.evidence, resource: { ...begin(setting), code, component } }
}

function begin({ patient, encounter, startedAt }: Setting): Omit<Observation, 'code'> {
  return {
    resourceType: 'Observation',
    status: 'preliminary',
    category: [concept(SYSTEMS.observationCategory, 'vital-signs')],
    subject: patient,
    encounter,
    effectiveDateTime: startedAt,
  }
}

function codeOf({ text, attributes = {} }: Statement) {
  const { code, system, name = text } = attributes
  return { ...(code && system === 'LOINC' && concept(SYSTEMS.loinc, code, name)), text: name }
}

/** A value that is no number stays as it was said; one without a unit has none. */
function readValue({ text, attributes = {} }: Statement) {
  const { value = text, unit } = attributes
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { valueString: value }
  return { valueQuantity: { value: number, ...(unit && { unit, system: SYSTEMS.ucum, code: unit }) } }
}
