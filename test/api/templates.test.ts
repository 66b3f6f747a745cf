import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { formOf, openHeidiClient } from '../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const VISIT = {
  name: 'Home visit',
  sections: [
    { title: 'History', style: 'paragraph' },
    { title: 'Plan', isField: true },
    { title: 'The headache', instructions: 'how long the headache has lasted', fixed: 'Seen at home.' },
  ],
}

describe("a tenant's own templates", () => {
  let osler: TestSystem
  let headache: string
  let id: string

  before(async () => {
    osler = await openTestSystem({ doorSettings: { intron: { syncUploadsPerMinute: 1000 } } })
    headache = await speak('I have had a headache for three days')
    const { body } = await ask('POST', '/api/templates', VISIT)
    id = String(body.id)
  })
  after(() => osler[Symbol.asyncDispose]())

  async function ask(method: string, path: string, body?: object, key?: string) {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await osler.ask(path, { method, ...(body && json), ...(key && { key }) })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> }
  }

  async function upload(documents: string) {
    const form = new FormData()
    form.append('file', await openAsBlob(headache), 'x.wav')
    form.append('documents', documents)
    const response = await osler.ask('/api/consultations', { method: 'POST', body: form })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test('are made, read, changed, listed and deleted', async () => {
    const made = await ask('POST', '/api/templates', { name: 'Short', sections: [{ title: 'Summary' }] })
    assert.equal(made.status, 201)
    const at = `/api/templates/${made.body.id}`
    assert.deepEqual((await ask('GET', at)).body, { id: made.body.id, name: 'Short', sections: [{ title: 'Summary' }] })
    const changed = await ask('PUT', at, { name: 'Shorter', sections: [{ title: 'Plan' }] })
    assert.equal(changed.body.name, 'Shorter')
    const { body } = await ask('GET', '/api/templates')
    assert.deepEqual(
      (body.templates as { name: string }[]).map(({ name }) => name),
      ['Shorter', 'Home visit'],
    )
    assert.equal((await ask('DELETE', at)).status, 204)
    for (const method of ['GET', 'DELETE']) assert.equal((await ask(method, at)).status, 404)
  })

  test('are refused without sections, with unknown fields or too long a title', async () => {
    const wrong = [
      { name: 'x', sections: [] },
      { name: '', sections: [{ title: 'a' }] },
      { name: 'x', sections: [{ title: 'a', colour: 'red' }] },
      { name: 'x', sections: [{ title: 'a'.repeat(201) }] },
    ]
    for (const body of wrong) assert.equal((await ask('POST', '/api/templates', body)).status, 400)
  })

  test('belong to one tenant', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'clinic')
    await createKey(db, { tenantId: 'clinic', name: 'k', scopes: ['read', 'submit'], secretHash: hashSecret('other') })
    assert.equal((await ask('GET', `/api/templates/${id}`, undefined, 'other')).status, 404)
    assert.deepEqual((await ask('GET', '/api/templates', undefined, 'other')).body, { templates: [] })
  })

  test('write a document of their own kind, section by section', async () => {
    const { body } = await upload(`template:${id}`)
    const at = `/api/consultations/${body.id}/documents/template:${id}`
    const note = await until('the document is there', async () => {
      const answer = await ask('GET', at)
      return (
        answer.status === 200 && (answer.body as { title: string; sections: { title: string; statements: object[] }[] })
      )
    })
    assert.equal(note.title, 'Home visit')
    assert.deepEqual(
      note.sections.map(({ title, statements }) => [title, statements.length]),
      [
        ['History', 1],
        ['Plan', 0],
        ['The headache', 2],
      ],
    )
    const printed = await (await osler.ask(`${at}?format=markdown`)).text()
    const blank = '…'.repeat(24)
    assert.equal(
      printed,
      `# Home visit\n\n## History\n\nThe patient has had a headache for 3 days.\n\n## Plan\n\n${blank}\n\n## The headache\n\n- Seen at home.\n- The patient has had a headache for 3 days.`,
    )
  })

  test('keep what was asked for when they are changed before it is written', async () => {
    const made = await ask('POST', '/api/templates', { name: 'Before', sections: [{ title: 'Subjective' }] })
    const { body } = await upload(`template:${made.body.id}`)
    await ask('PUT', `/api/templates/${made.body.id}`, { name: 'Behind', sections: [{ title: 'Plan' }] })
    const note = await until('the document is there', async () => {
      const answer = await ask('GET', `/api/consultations/${body.id}/documents/template:${made.body.id}`)
      return answer.status === 200 && answer.body
    })
    assert.equal(note.title, 'Before')
  })

  test('may have ids of the client’s own, by which every door finds them', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'ward')
    const secretHash = hashSecret('ward-key')
    await createKey(db, { tenantId: 'ward', name: 'k', scopes: ['read', 'submit'], secretHash })
    for (const own of ['3f0c2c1e-5b1a-4a54-9d0e-0a4c6a1f7b22', '65f0e6b1a2b3c4d5e6f70123', 'discharge.letter-2']) {
      const at = `/api/templates/${own}`
      const sections = [{ title: 'The headache', instructions: 'complaint' }]
      const made = await ask('PUT', at, { name: own, sections })
      assert.deepEqual([made.status, made.body.id], [201, own])
      assert.equal((await ask('PUT', at, { name: own, sections })).status, 200)
      assert.equal((await ask('GET', at)).body.name, own)
      assert.equal((await ask('GET', at, undefined, 'ward-key')).status, 404)
      const form = new FormData()
      form.append('audio_file_name', 'x')
      form.append('use_template_id', own)
      form.append('audio_file_blob', await openAsBlob(headache), 'x.wav')
      assert.equal((await osler.ask('/file/v1/upload', { method: 'POST', body: form })).status, 200)
      const listed = (await (await osler.ask('/templates/document-templates')).json()) as { data: { id: string }[] }
      assert.ok(listed.data.some(({ id: listedId }) => listedId === own))
      const theirs = await ask('PUT', at, { name: 'Theirs', sections }, 'ward-key')
      assert.equal(theirs.status, 201, 'an id is a tenant’s own')
      assert.equal((await ask('GET', at, undefined, 'ward-key')).body.name, 'Theirs')
      assert.equal((await ask('GET', at)).body.name, own)
      assert.equal((await ask('DELETE', at)).status, 204)
      assert.equal((await ask('GET', at)).status, 404)
    }
    for (const wrong of ['soap_note', 'a%2Fb', 'x'.repeat(101), '%3Cb%3E']) {
      assert.equal((await ask('PUT', `/api/templates/${wrong}`, VISIT)).status, 400, wrong)
    }
    const named = { name: 'Ward', terms: [{ text: 'Okonkwo' }] }
    assert.equal((await ask('PUT', '/api/vocabularies/ward-3', named)).body.id, 'ward-3')
    assert.equal((await ask('DELETE', '/api/vocabularies/ward-3')).status, 204)
  })

  test('serve Intron’s use_template_id and Heidi’s template_id', async () => {
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(headache), 'x.wav')
    form.append('use_template_id', id)
    const intron = await osler.ask('/file/v1/upload/sync', { method: 'POST', body: form })
    const { data } = (await intron.json()) as { data: Record<string, string> }
    assert.match(
      data.transcript_template ?? '',
      /^# Home visit\n\n## History\n\nThe patient has had a headache for 3 days.\n\n## Plan\n\n…+\n\n## The headache\n\n- Seen at home\.\n- The patient has had a headache/,
    )

    const heidi = openHeidiClient(osler)
    await heidi.signIn()
    const session = await heidi.begin()
    await heidi.call('POST', `${session}/upload-audio`, await formOf(headache, {}))
    const asked = { document_tab_type: 'DOCUMENT', generation_method: 'TEMPLATE', template_id: id }
    assert.match(String((await heidi.call('POST', `${session}/documents`, asked)).body.content), /^# Home visit/)
    const { body } = await heidi.call<{ data: { id: string }[] }>('GET', '/templates/document-templates')
    assert.ok(body.data.some((template) => template.id === id))
  })

  test('that are not there are refused before any work', async () => {
    const { status, body } = await upload(`template:${crypto.randomUUID()}`)
    assert.equal(status, 400)
    assert.match((body.error as { message: string }).message, /no template with this id/)
  })
})
