import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

interface Listed {
  id: string
  title?: string
  signed: string[]
  visit?: { patient?: { name?: string } }
  unfinished?: { series?: string }
}

const ANN = { name: 'Ann Bee', birthDate: '1970-12-31' }

describe('a visit', () => {
  let osler: TestSystem
  before(async () => {
    osler = await openTestSystem()
  })
  after(() => osler[Symbol.asyncDispose]())

  async function consult(): Promise<string> {
    const transcript = transcriptOf(['I have had a headache for 3 days and I take aspirin every morning.'])
    const submission = submissionOf({ source: { type: 'transcript', transcript }, kinds: ['soap_note', 'summary'] })
    const { consultationId } = await osler.system.capabilitiesOf('native').intake.submit('default', submission)
    const path = `/api/consultations/${consultationId}/documents/soap_note`
    await until('it is written', async () => (await osler.ask(path)).status === 200)
    return consultationId
  }
  const send = (method: string, path: string, body: object, key?: string) =>
    osler.ask(path, {
      ...{ method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
      ...(key && { key }),
    })
  const keep = (id: string, visit: object) => send('PUT', `/api/consultations/${id}/visit`, visit)
  const read = async (id: string) => (await (await osler.ask(`/api/consultations/${id}`)).json()) as Listed
  const list = async (query = '') =>
    ((await (await osler.ask(`/api/consultations${query}`)).json()) as { consultations: Listed[] }).consultations

  test('is called by its patient, else its reason, its file, or how its note begins', async () => {
    const id = await consult()
    assert.match((await read(id)).title ?? '', /headache/)
    for (const [visit, title] of [
      [{ fileName: 'morning.ogg' }, 'morning.ogg'],
      [{ fileName: 'morning.ogg', reason: 'Headache' }, 'Headache'],
      [{ reason: 'Headache', patient: ANN }, 'Ann Bee'],
    ] as const) {
      assert.equal((await keep(id, visit)).status, 200)
      assert.equal((await read(id)).title, title)
    }
    assert.equal((await list())[0]?.visit?.patient?.name, 'Ann Bee')
  })

  test('has earlier ones of the same patient beside it, and never those of another of the same name', async () => {
    const [first, second, third, fourth] = [await consult(), await consult(), await consult(), await consult()]
    await keep(first, { patient: { name: 'Béla Ó Sé', birthDate: '1960-01-01' } })
    await keep(second, { patient: { name: 'bela o se', birthDate: '1960-01-01' } })
    await keep(third, { patient: { name: 'Béla Ó Sé', birthDate: '1961-01-01' } })
    await keep(fourth, { patient: { name: 'Béla Ó Sé' } })
    const others = async (id: string) => (await list(`?samePatientAs=${id}`)).map((one) => one.id)
    assert.deepEqual(await others(second), [first])
    assert.deepEqual(await others(third), [])
    assert.deepEqual(await others(fourth), [])
    assert.deepEqual(await others('x'), [])
  })

  test('heads the page that is printed, and its consent is told in its own words', async () => {
    const id = await consult()
    const consent = { wording: 'May I record <this>?', at: '2026-03-02T08:59:00Z', by: 'Dr Osei' }
    await keep(id, { patient: ANN, reason: 'Cough', consent })
    const page = await (await osler.ask(`/api/consultations/${id}/documents/soap_note?format=html`)).text()
    assert.match(page, /Ann Bee, born 1970-12-31/)
    assert.match(page, /asked by Dr Osei: “May I record &lt;this&gt;\?”/)
    assert.match(page, /Draft: nobody has signed this/)
    await send('POST', `/api/consultations/${id}/documents/soap_note/sign`, { version: 0, author: 'Dr Osei' })
    assert.deepEqual((await read(id)).signed, ['soap_note'])
  })

  test('belongs to the patient of its number, for who finds all that is kept of one', async () => {
    const id = await consult()
    await keep(id, { patient: { number: 'no-4711' } })
    const found = await send('POST', '/api/patients/find', { patient: 'no-4711' })
    assert.deepEqual(await found.json(), { profiles: [], consultations: [id] })
  })

  test('is refused with a sentence where a field is wrong, and does not exist for others', async () => {
    const id = await consult()
    const refused = await keep(id, { patient: { birthDate: 'last year' } })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /birthDate/)
    assert.equal((await keep('0195a3c1-7b2e-7cc0-8f00-3f1d2a4b5c6d', {})).status, 404)
    assert.equal((await keep('x', {})).status, 404)
  })

  test('whose recording nobody finished says so', async () => {
    const { id, consultationId } = (await (await send('POST', '/api/series', {})).json()) as {
      id: string
      consultationId: string
    }
    assert.deepEqual((await read(consultationId)).unfinished, { series: id })
    assert.equal((await list()).find((one) => one.id === consultationId)?.unfinished?.series, id)
  })
})
