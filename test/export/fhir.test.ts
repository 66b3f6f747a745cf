import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  Bundle,
  Composition,
  Condition,
  MedicationRequest,
  Observation,
  Patient,
  Practitioner,
  Resource,
} from '@medplum/fhirtypes'
import type { Speaker } from '../../src/domain/transcript.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'
import { formatBundle } from '../../src/export/fhir/bundle.ts'
import { STRUCTURED_KINDS } from '../../src/export/fhir/findings.ts'
import { profileErrorsOf, schemaErrorsOf } from '../support/fhir-schema.ts'
import { derived, noteOf, recordOf, SAID, transcriptOfSpeakers } from '../support/made-record.ts'

const { signal } = new AbortController()

/** The bundle of a conversation as the built-in writer has its documents. */
async function bundleOf(said: readonly [Speaker, string][]): Promise<Bundle> {
  const transcript = transcriptOfSpeakers(said)
  const write = async (kind: string) => prove(await openExtractive().write(transcript, { kind }, signal), transcript)
  const structured = await Promise.all(STRUCTURED_KINDS.map(write))
  return formatBundle(recordOf([await write('soap_note')], transcript), structured)
}

const resourcesOf = (bundle: Bundle) => (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])
const ofType = <Found extends Resource>(bundle: Bundle, type: Found['resourceType']) =>
  resourcesOf(bundle).filter((resource) => resource.resourceType === type) as Found[]

const bundle = await bundleOf(SAID)

test("every resource is valid by HL7's schema and by its structure definitions", () => {
  assert.deepEqual(schemaErrorsOf(bundle), [])
  for (const resource of resourcesOf(bundle)) {
    assert.deepEqual(schemaErrorsOf(resource), [], resource.resourceType)
    assert.deepEqual(profileErrorsOf(resource), [], resource.resourceType)
  }
})

test('a document has an identifier, a date and its composition first', () => {
  assert.equal(bundle.type, 'document')
  assert.ok(bundle.identifier?.system && bundle.identifier.value)
  assert.ok(bundle.timestamp)
  assert.equal(resourcesOf(bundle)[0]?.resourceType, 'Composition')
})

test('every reference leads to a resource of the bundle, and every resource can be read as text', () => {
  const addresses = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl))
  const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, address]) => address)
  assert.ok(references.length > 0)
  for (const address of references) assert.ok(addresses.has(address), address)
  for (const resource of resourcesOf(bundle)) {
    assert.match((resource as Composition).text?.div ?? '', /<p>/, resource.resourceType)
  }
})

test('the same documents give the same bytes', async () => {
  assert.equal(JSON.stringify(await bundleOf(SAID)), JSON.stringify(bundle))
})

test('what was said becomes conditions, medicines, allergies, observations and relatives', () => {
  const codes = ofType<Condition>(bundle, 'Condition').map(({ code }) => code?.coding?.[0]?.code)
  assert.deepEqual(codes.toSorted(), ['J45.909', 'R51.9'])
  const printed = (type: 'MedicationStatement' | 'AllergyIntolerance') => JSON.stringify(ofType(bundle, type))
  assert.match(printed('MedicationStatement'), /metformin.*"doseQuantity":\{"value":500,"unit":"mg"/)
  assert.match(printed('AllergyIntolerance'), /penicillin/)
  const pressure = ofType<Observation>(bundle, 'Observation').find(({ component }) => component)
  assert.deepEqual(
    pressure?.component?.map(({ valueQuantity }) => [valueQuantity?.value, valueQuantity?.code]),
    [
      [140, 'mm[Hg]'],
      [90, 'mm[Hg]'],
    ],
  )
  assert.equal(ofType(bundle, 'FamilyMemberHistory').length, 1)
})

test('orders are drafts, and what is to be stopped is not to be given', () => {
  const requests = ofType<MedicationRequest>(bundle, 'MedicationRequest')
  assert.ok(requests.length >= 2)
  for (const { status, intent } of requests) assert.deepEqual([status, intent], ['draft', 'order'])
  const stopped = requests.filter(({ doNotPerform }) => doNotPerform)
  assert.deepEqual(
    stopped.map(({ medicationCodeableConcept }) => medicationCodeableConcept?.text),
    ['lisinopril'],
  )
  assert.ok(ofType(bundle, 'ServiceRequest').length >= 2)
})

test('each resource tells which words it rests on, with their seconds', () => {
  const [first] = ofType(bundle, 'Provenance')
  assert.match(JSON.stringify(first), /"display":"t=\d+,\d+ (Patient|Doctor): /)
  const found = resourcesOf(bundle).filter(({ resourceType }) =>
    /^(Condition|Medication|Allergy|Observation|Service|Family)/.test(resourceType),
  )
  assert.equal(ofType(bundle, 'Provenance').length, found.length)
})

test('what is signed is final and says by whom and when, and who signed is the practitioner', () => {
  const signed = { by: 'Dr Ada Osei', key: 'ward', at: '2026-03-02T11:52:00.000Z' }
  const record = recordOf([
    { ...noteOf('soap_note', {}), signed },
    { ...noteOf('summary', {}), signed },
  ])
  const final = formatBundle(record, [])
  const [composition] = ofType<Composition>(final, 'Composition')
  assert.equal(composition?.status, 'final')
  assert.deepEqual(
    composition?.attester?.map(({ mode, time, party }) => [mode, time, party?.display]),
    [['professional', signed.at, signed.by]],
  )
  assert.equal(final.timestamp, signed.at)
  assert.notEqual(final.identifier?.value, formatBundle(recordOf(record.notes.slice(2)), []).identifier?.value)
  const [practitioner] = ofType<Practitioner>(final, 'Practitioner')
  assert.equal(practitioner?.name?.[0]?.text, signed.by)
  for (const resource of resourcesOf(final)) assert.deepEqual(profileErrorsOf(resource), [], resource.resourceType)
  const inPart = formatBundle({ ...record, notes: [...record.notes, noteOf('orders', {})] }, [])
  assert.equal(ofType<Composition>(inPart, 'Composition')[0]?.status, 'preliminary')
})

test('the patient and the reason are those of the visit', () => {
  const patient = { name: 'Ann Bee', number: '4711', birthDate: '1970-12-31', sex: 'female' } as const
  const made = formatBundle({ ...recordOf([]), visit: { patient, reason: 'Cough' } }, [])
  const [found] = ofType<Patient>(made, 'Patient')
  assert.deepEqual(
    [found?.name?.[0]?.text, found?.identifier?.[0]?.value, found?.birthDate, found?.gender],
    ['Ann Bee', '4711', '1970-12-31', 'female'],
  )
  assert.match(JSON.stringify(ofType(made, 'Encounter')), /"reasonCode":\[\{"text":"Cough"/)
  for (const resource of resourcesOf(made)) assert.deepEqual(profileErrorsOf(resource), [], resource.resourceType)
})

test('nothing that was not said becomes a resource, and hostile text stays text', () => {
  const hostile = derived('<script>alert(1)</script> & "quotes"', ['i1'], { type: 'medication', name: '<b>x</b>' })
  const unsupported = {
    ...derived('Insulin', ['i1'], { type: 'medication', name: 'insulin' }),
    support: 'unsupported' as const,
  }
  const note = noteOf('entity_list', { medications: [hostile, unsupported] })
  const printed = formatBundle(recordOf([note]), [note])
  assert.equal(ofType(printed, 'MedicationStatement').length, 1)
  const narratives = JSON.stringify(resourcesOf(printed).map((resource) => (resource as Composition).text?.div))
  assert.ok(!narratives.includes('<script>') && !narratives.includes('<b>x'))
  for (const resource of resourcesOf(printed)) assert.deepEqual(schemaErrorsOf(resource), [])
})

test('a consultation in which nothing was found is a valid document too', async () => {
  const empty = await bundleOf([['doctor', 'Good morning.']])
  for (const resource of resourcesOf(empty)) assert.deepEqual(profileErrorsOf(resource), [])
  assert.deepEqual(ofType(empty, 'Condition'), [])
})

test('a dose that changes by step is a dosage each, and one of two times of day has no place of its own', async () => {
  const stepped = await bundleOf([
    ['doctor', 'Take prednisolone 30 mg daily for 3 days then 10 mg daily for 3 days.'],
    ['doctor', 'Take insulin detemir 12 units in the morning and 8 units at night.'],
  ])
  const read = ofType<MedicationRequest>(stepped, 'MedicationRequest').map(({ dosageInstruction = [] }) =>
    dosageInstruction.map(({ sequence, doseAndRate }) => [sequence, doseAndRate?.[0]?.doseQuantity?.value]),
  )
  assert.deepEqual(read, [
    [
      [1, 30],
      [2, 10],
    ],
    [
      [1, 12],
      [1, 8],
    ],
  ])
  for (const resource of resourcesOf(stepped)) assert.deepEqual(profileErrorsOf(resource), [], resource.resourceType)
})

test('a condition says how it stands, and no known allergies is a finding', async () => {
  const made = await bundleOf([
    ['patient', 'I had shingles in 2011.'],
    ['doctor', "I don't think you have dengue, but this might be measles."],
    ['doctor', 'Do you have any allergies?'],
    ['patient', 'No.'],
  ])
  const stands = ofType<Condition>(made, 'Condition').map(({ code, clinicalStatus, verificationStatus }) =>
    [code?.text, clinicalStatus?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code].join(' '),
  )
  assert.deepEqual(stands.toSorted(), [
    'Zoster without complications resolved unconfirmed',
    'dengue  refuted',
    'measles active provisional',
  ])
  assert.match(JSON.stringify(ofType(made, 'AllergyIntolerance')), /"code":"716186003"/)
  for (const resource of resourcesOf(made)) assert.deepEqual(profileErrorsOf(resource), [], resource.resourceType)
})
