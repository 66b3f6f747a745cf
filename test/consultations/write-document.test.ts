import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, before, describe, test } from 'node:test'
import type { VersionedNote } from '../../src/domain/revision.ts'
import { type Asked, openFakeModelServer, sectionOf, stream } from '../support/fake-model-server.ts'
import { openNablaClient } from '../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { until } from '../support/until.ts'

const STATED = 'Reports a headache for 3 days.'
const SAID = 'I have had a headache for three days now.'
const author = 'Dr Ada Osei'

interface Consultation {
  documents: string[]
  request: { id: string; status: string }
}

describe('a document that is written later', () => {
  let osler: TestSystem
  let model: Awaited<ReturnType<typeof openFakeModelServer>>
  /** What the model waits for before it answers. */
  let held: (asked: Asked) => Promise<void> | undefined = () => undefined

  async function answer(response: ServerResponse, asked: Asked): Promise<void> {
    await held(asked)
    stream(`- ${STATED} [1]\n`)(response)
  }

  before(async () => {
    model = await openFakeModelServer([answer])
    osler = await openTestSystem({ notesUrl: [model.url] })
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await model[Symbol.asyncDispose]()
  })

  async function ask<Body>(path: string, method = 'GET', body?: object) {
    const response = await osler.ask(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }

  /** A consultation with a SOAP note; answers its path. */
  async function begin(): Promise<string> {
    const asked = { note_locale: 'ENGLISH_US', note_template: 'GENERIC_SOAP', note_generation_mode: 'fastest' }
    const items = [{ text: SAID, speaker: 'patient' }]
    const nabla = openNablaClient(osler)
    const { status } = await nabla.call('POST', '/generate-note', { ...asked, transcript_items: items })
    assert.equal(status, 200)
    const { body } = await ask<{ requests: { consultationId: string }[] }>('/api/requests?limit=1')
    return `/api/consultations/${body.requests[0]?.consultationId}`
  }

  const textsOf = ({ sections }: VersionedNote) =>
    sections.flatMap(({ statements }) => statements.map(({ text }) => text))

  test('is written by the writer that the operator configured, as a job that is not what was first asked for', async () => {
    const path = await begin()
    const { body: before } = await ask<Consultation>(path)
    const added = await ask<VersionedNote>(`${path}/documents`, 'POST', { kind: 'summary' })
    assert.equal(added.status, 201)
    assert.deepEqual(textsOf(added.body), [STATED])
    const { body: consultation } = await ask<Consultation>(path)
    assert.equal(consultation.request.id, before.request.id)
    assert.deepEqual(consultation.documents, [...before.documents, 'summary'])
    const { body } = await ask<{ requests: { consultationId: string; status: string }[] }>('/api/requests?limit=2')
    assert.deepEqual(new Set(body.requests.map(({ consultationId }) => consultationId)).size, 1)
    const questions = model.asked.length
    assert.equal((await ask(`${path}/documents`, 'POST', { kind: 'summary' })).status, 201)
    assert.equal(model.asked.length, questions, 'one that is there is not written a second time')
  })

  test('tells how far it is while the model writes', async () => {
    const path = await begin()
    const release = Promise.withResolvers<void>()
    held = (asked) => (sectionOf(asked) === 'Plan' ? release.promise : undefined)
    const writing = ask(`${path}/documents`, 'POST', { kind: 'clerking' })
    const progress = async () => {
      const { body } = await ask<{ requests: { status: string; progress: number }[] }>('/api/requests')
      return body.requests.find(({ status }) => status === 'ongoing')?.progress ?? 0
    }
    await until('most sections are written', async () => (await progress()) > 0.8)
    assert.ok((await progress()) < 1)
    release.resolve()
    assert.equal((await writing).status, 201)
  })

  test('again is the next version, by the same writer', async () => {
    const path = await begin()
    const kind = (await ask<Consultation>(path)).body.documents[0]
    const { status, body } = await ask<VersionedNote>(`${path}/documents/${kind}/rewrite`, 'POST', {
      ...{ version: 0, author },
    })
    assert.deepEqual([status, body.version, body.changedBy], [200, 1, author])
    assert.deepEqual(textsOf(body), [STATED])
  })

  test('again does not take the place of what somebody wrote meanwhile', async () => {
    const path = await begin()
    const kind = (await ask<Consultation>(path)).body.documents[0]
    const { body: note } = await ask<VersionedNote>(`${path}/documents/${kind}`)
    const release = Promise.withResolvers<void>()
    held = () => release.promise
    const questions = model.asked.length
    const again = ask<{ error: { code: string } }>(`${path}/documents/${kind}/rewrite`, 'POST', { version: 0, author })
    await until('the model is asked', () => model.asked.length > questions)
    const own = { text: 'Looks well.', evidence: [], support: 'entered' }
    const sections = note.sections.map((section, at) => ({ ...section, statements: at === 0 ? [own] : [] }))
    const edited = await ask(`${path}/documents/${kind}`, 'PUT', { version: 0, author: 'Dr Bo Lindt', sections })
    assert.equal(edited.status, 200)
    release.resolve()
    const { status, body } = await again
    assert.deepEqual([status, body.error.code], [409, 'changed_elsewhere'])
    const { body: now } = await ask<VersionedNote>(`${path}/documents/${kind}`)
    assert.deepEqual([now.version, now.changedBy, textsOf(now)], [1, 'Dr Bo Lindt', ['Looks well.']])
    assert.equal((await ask<Consultation>(path)).body.request.status, 'succeeded')
  })
})
