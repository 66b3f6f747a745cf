import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dataOf, openHeidiClient } from '../../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'

const TEMPLATE = { generation_method: 'TEMPLATE', addition: '', voice_style: 'GOLDILOCKS', brain: 'LEFT' }
const HISTORY_AND_PHYSICAL = '659b8042fe093d6592b41ef7'

interface Template {
  id: string
  name: string
}

describe("Heidi's notes, documents and answers", () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>
  let session: string

  before(async () => {
    osler = await openTestSystem()
    heidi = openHeidiClient(osler)
    await heidi.signIn()
    session = await heidi.begin()
    await heidi.upload(session, await speak('good morning doctor I have had a headache for three days'))
  })
  after(() => osler[Symbol.asyncDispose]())

  test('templates are listed under both names, with the id that stands in the documents', async () => {
    for (const path of ['/templates/consult-note-templates', '/templates/document-templates']) {
      const { status, body } = await heidi.call<{ templates: Template[]; data: Template[] }>('GET', path)
      assert.equal(status, 200)
      assert.deepEqual(body.templates, body.data)
      assert.ok(body.templates.some(({ id }) => id === HISTORY_AND_PHYSICAL))
      for (const template of body.templates) {
        assert.match(template.id, /^[0-9a-f]{24}$/)
        assert.deepEqual(Object.keys(template), [
          ...['id', 'name', 'structure_template', 'template_category', 'template_html', 'author_name'],
        ])
      }
    }
  })

  test('every listed template writes a document', async () => {
    const listed = await heidi.call<{ templates: Template[] }>('GET', '/templates/document-templates')
    for (const { id, name } of listed.body.templates) {
      const { status, body } = await heidi.call('POST', `${session}/documents`, {
        ...{ document_tab_type: 'DOCUMENT', generation_method: 'TEMPLATE', template_id: id, brain: 'RIGHT' },
      })
      assert.equal(status, 200, name)
      assert.equal(body.name, name)
      assert.match(String(body.content), new RegExp(`^# ${name}`))
    }
  })

  test('a consult note comes as server-sent events and stays with the session', async () => {
    const asked = { ...TEMPLATE, template_id: HISTORY_AND_PHYSICAL, content_type: 'MARKDOWN' }
    const answer = await heidi.call('POST', `${session}/consult-note`, asked)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/)
    const text = dataOf(answer.text)
    assert.match(text, /^# History and physical\n\n## .*headache for 3 days/s)
    const { body } = await heidi.call<{ session: { consult_note: Record<string, unknown> } }>('GET', session)
    assert.equal(body.session.consult_note.result, text)
    assert.equal(body.session.consult_note.status, 'CREATED')
    assert.equal(body.session.consult_note.template_id, HISTORY_AND_PHYSICAL)
  })

  test('what the clinician noted stands in the note, also without a recording', async () => {
    const silent = await heidi.begin()
    const nothing = await heidi.call('POST', `${silent}/consult-note`, { ...TEMPLATE, template_id: 'soap_note' })
    assert.equal(nothing.status, 409)
    assert.match(String(nothing.body.detail), /neither a recording with speech nor notes/)
    await heidi.call('PATCH', silent, { clinician_notes: ['Blood pressure is 120 over 80.'] })
    const addition = 'I will see you again in two weeks.'
    const answer = await heidi.call('POST', `${silent}/consult-note`, {
      ...TEMPLATE,
      template_id: 'soap_note',
      addition,
    })
    const text = dataOf(answer.text)
    assert.match(text, /Blood pressure is 120\/80/)
    assert.match(text, /see the patient again in 2 weeks/i)
  })

  test('what was typed for a document is no transcript, and is not in the next document twice', async () => {
    const silent = await heidi.begin()
    await heidi.call('PATCH', silent, { clinician_notes: ['Blood pressure is 120 over 80.'] })
    const asked = { ...TEMPLATE, template_id: 'soap_note' }
    const first = dataOf((await heidi.call('POST', `${silent}/consult-note`, asked)).text)
    await heidi.call('POST', `${silent}/ask-ai`, {
      ...{ ai_command_text: 'Summarise this.', content: 'The weight is 70 kilograms.', content_type: 'MARKDOWN' },
    })
    assert.equal(await heidi.transcript(silent), '')
    for (const state of ['in_progress', 'complete']) {
      const live = await heidi.call<{ response: { transcript: string | null } }>(
        'GET',
        `${silent}/transcript/live?recording_status=${state}`,
      )
      assert.equal(live.body.response.transcript, null)
    }
    assert.equal(dataOf((await heidi.call('POST', `${silent}/consult-note`, asked)).text), first)
  })

  test('HTML is written with everything escaped', async () => {
    const marked = await heidi.begin()
    await heidi.call('PATCH', marked, { clinician_notes: ['Blood pressure is 120 over 80 & <b>stable</b>.'] })
    const asked = { ...TEMPLATE, template_id: 'soap_note', content_type: 'HTML' }
    const text = dataOf((await heidi.call('POST', `${marked}/consult-note`, asked)).text)
    assert.match(text, /<h1>SOAP note<\/h1>\n<h2>Objective<\/h2><ul><li>.*&amp; &lt;b&gt;stable/)
    assert.ok(!text.includes('<b>'))
  })

  test('documents have the fields of the documents, and are listed in order', async () => {
    const own = await heidi.begin()
    await heidi.call('PATCH', own, { clinician_notes: ['Blood pressure is 120 over 80.'] })
    const asked = { generation_method: 'TEMPLATE', template_id: 'soap_note', voice_style: 'BRIEF', brain: 'LEFT' }
    const made = await heidi.call('POST', `${own}/documents`, { ...asked, document_tab_type: 'DOCUMENT' })
    const { id, session_id, content, ...rest } = made.body
    assert.equal(`/sessions/${session_id}`, own)
    assert.deepEqual(rest, {
      ...{ name: 'SOAP note', template_id: 'soap_note', brain: 'LEFT', voice_style: 'BRIEF', content_type: 'MARKDOWN' },
    })
    const { body } = await heidi.call<{ documents: unknown[] }>('GET', `${own}/documents`)
    assert.deepEqual(body.documents, [
      {
        ...{ id, session_id, index: 0, name: 'SOAP note', template_id: 'soap_note', content },
        ...{ generation_type: 'TEMPLATE', brain: 'LEFT' },
      },
    ])
  })

  test('a question is answered with what was said, or with the reason why not', async () => {
    const ask = async (ai_command_text: string, content?: string) =>
      dataOf(
        (await heidi.call('POST', `${session}/ask-ai`, { ai_command_text, content, content_type: 'MARKDOWN' })).text,
      )
    assert.match(await ask('How long has the headache lasted?'), /headache for 3 days/)
    assert.match(await ask('What about the knee?', 'The knee is swollen. The patient sleeps well.'), /knee is swollen/)
    assert.match(await ask('Translate into Finnish verse'), /_.+_|\*.+\*/)
  })

  test('codes of ICD-10-CM are given, other systems are refused with their name', async () => {
    const { status, body } = await heidi.call('GET', `${session}/clinical-codes?coding_system=ICD-10-CM`)
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['coding_system', 'status', 'entities'])
    assert.deepEqual(
      (body.entities as { code: string }[]).map(({ code }) => code),
      ['R51.9'],
    )
    const refused = await heidi.call('GET', `${session}/clinical-codes?coding_system=SNOMED`)
    assert.deepEqual([refused.status, /SNOMED/.test(String(refused.body.detail))], [422, true])
    assert.equal((await heidi.call('GET', `${session}/clinical-codes?coding_system=X`)).status, 422)
  })

  test("a client's own template comes back filled from the consult note", async () => {
    const own = await heidi.begin()
    await heidi.call('PATCH', own, { clinician_notes: ['Blood pressure is 120 over 80.'] })
    const path = `${own}/client-customised-template/response`
    assert.equal((await heidi.call('POST', path, { Objective: '' })).status, 409)
    await heidi.call('POST', `${own}/consult-note`, { ...TEMPLATE, template_id: 'soap_note' })
    const { body } = await heidi.call('POST', path, { visit: { objective: '', Plan: null }, version: 3 })
    assert.deepEqual(body, { visit: { objective: 'Blood pressure is 120/80.', Plan: '' }, version: 3 })
  })

  test('what cannot be written is refused with its reason', async () => {
    const note = (changes: object) => heidi.call('POST', `${session}/consult-note`, { ...TEMPLATE, ...changes })
    const missing = await note({})
    assert.deepEqual((missing.body.detail as { loc: string[] }[])[0]?.loc, ['body', 'template_id'])
    const unknown = await note({ template_id: 'x' })
    assert.deepEqual([unknown.status, (unknown.body.detail as { type: string }).type], [404, 'TemplateNotFoundError'])
    const foreign = await note({ generation_method: 'THIRD_PARTY_TEMPLATE', third_party_template: 'x' })
    assert.equal(foreign.status, 422)
    const voice = await note({ template_id: 'soap_note', voice_style: 'LOUD' })
    assert.match((voice.body.detail as { msg: string }[])[0]?.msg ?? '', /GOLDILOCKS/)
  })
})
