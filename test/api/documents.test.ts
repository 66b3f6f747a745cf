import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Bundle } from '@medplum/fhirtypes'
import { newId } from '../../src/domain/ids.ts'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { schemaErrorsOf } from '../support/fhir-schema.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak, synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

describe('documents in every form', () => {
  let osler: TestSystem
  let id: string

  before(async () => {
    osler = await openTestSystem()
    id = await hear(await speak('I have had a bad headache for five days and I am allergic to penicillin'))
  })
  after(() => osler[Symbol.asyncDispose]())

  async function hear(file: string): Promise<string> {
    const form = new FormData()
    form.append('file', await openAsBlob(file), 'x.wav')
    form.append('documents', 'soap_note')
    const sent = await osler.ask('/api/consultations', { method: 'POST', body: form })
    const { id: made } = (await sent.json()) as { id: string }
    await until('the recording is heard', async () => {
      const response = await osler.ask(`/api/consultations/${made}`)
      return ((await response.json()) as { request: { status: string } }).request.status === 'succeeded'
    })
    return made
  }

  test('come as Markdown, as a page and as PDF', async () => {
    const ask = async (format: string) => osler.ask(`/api/consultations/${id}/documents/soap_note?format=${format}`)
    assert.match(await (await ask('markdown')).text(), /^# SOAP note\n/)
    const page = await ask('html')
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.match(await page.text(), /<h1>SOAP note<\/h1>.*<a href="#item-1">1<\/a>/s)
    const pdf = await ask('pdf')
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.equal(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5), '%PDF-')
    assert.equal((await ask('docx')).status, 400)
    assert.equal((await osler.ask(`/api/consultations/${id}/documents/summary?format=pdf`)).status, 404)
  })

  test('come together as a FHIR document that is valid, with what was not asked for written at once', async () => {
    const response = await osler.ask(`/api/consultations/${id}/fhir`)
    assert.match(response.headers.get('content-type') ?? '', /^application\/fhir\+json/)
    const bundle = (await response.json()) as Bundle
    assert.deepEqual(schemaErrorsOf(bundle), [])
    const printed = JSON.stringify(bundle)
    assert.match(printed, /"resourceType":"AllergyIntolerance".*penicillin/)
    assert.match(printed, /"code":"R51\.9"/)
    const { documents } = (await (await osler.ask(`/api/consultations/${id}/documents`)).json()) as {
      documents: { kind: string }[]
    }
    assert.deepEqual(
      documents.map(({ kind }) => kind),
      ['soap_note'],
    )
  })

  test('a recording of silence has a FHIR document that says so', async () => {
    const silent = await hear(await synthesize('anullsrc', 3))
    const bundle = (await (await osler.ask(`/api/consultations/${silent}/fhir`)).json()) as Bundle
    assert.match(JSON.stringify(bundle.entry?.[0]), /No speech was found/)
    assert.ok(bundle.entry?.every(({ resource }) => resource?.resourceType !== 'Condition'))
  })

  test('another tenant has none of it', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    await createKey(db, { tenantId: 'other', name: 'other', scopes: ['read'], secretHash: hashSecret('other') })
    for (const path of ['fhir', 'documents/soap_note?format=pdf', 'documents/soap_note?format=html']) {
      assert.equal((await osler.ask(`/api/consultations/${id}/${path}`, { key: 'other' })).status, 404, path)
    }
    assert.equal((await osler.ask(`/api/consultations/${newId()}/fhir`)).status, 404)
  })

  test('a letter has the letter head of its tenant', async () => {
    const headers = { 'content-type': 'application/json' }
    const post = (path: string, body: object) =>
      osler.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    await post('/api/letterheads', { name: 'Ward', lines: ['Hill Street Practice', 'Leeds'] })
    assert.equal((await post('/api/letterheads', { name: 'Ward', lines: [] })).status, 400)
    await post(`/api/consultations/${id}/documents`, { kind: 'sick_note' })
    const printed = await osler.ask(`/api/consultations/${id}/documents/sick_note?format=markdown`)
    assert.match(await printed.text(), /^Hill Street Practice {2}\nLeeds {2}\nDate: /)
  })
})
