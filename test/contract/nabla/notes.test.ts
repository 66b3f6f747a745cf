import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { detailTemplate, TEMPLATE_NAMES } from '../../../src/api/doors/nabla/templates.ts'
import { openCustomer, openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'

const SAID: [string, string][] = [
  ['doctor', 'How can I help you?'],
  ['patient', 'I have had a headache for three days.'],
  ['patient', 'It gets worse in the evening.'],
  ['doctor', 'Blood pressure is 140 over 90.'],
  ['doctor', 'I think this is a migraine.'],
  ['doctor', 'Take ibuprofen 400 mg three times a day.'],
  ['doctor', 'Drink a lot of water and avoid alcohol.'],
]
const ITEMS = SAID.map(([speaker, text]) => ({ text, speaker }))
const NOTE = {
  title: 'Headache',
  sections: [
    { key: 'ASSESSMENT', title: 'Assessment', text: '- Migraine\n- Hypertension' },
    { key: 'VITALS', title: 'Vitals', text: 'BP 140/90' },
    { key: 'FAMILY_HISTORY', title: 'Family history', text: '- Mother has asthma\n- Diabetes' },
    { key: 'PLAN', title: 'Plan', text: '- Take ibuprofen 400 mg three times a day' },
  ],
}

interface Noted {
  note: { title?: string; sections: { key: string; title: string; text: string }[] }
}

describe("Nabla's notes from words", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'] })
    nabla = openNablaClient(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  const digest = (changes: object = {}) => ({
    output_objects: ['note'],
    language: 'en-US',
    transcript_items: ITEMS,
    ...changes,
  })
  const generate = (changes: object = {}) => ({ note_locale: 'ENGLISH_US', transcript_items: ITEMS, ...changes })

  test('every template gives sections from its list alone, in its order', async () => {
    for (const note_template of TEMPLATE_NAMES) {
      const { status, body } = await nabla.call<Noted>(
        'POST',
        '/v1/core/server/generate-note',
        generate({ note_template }),
      )
      assert.equal(status, 200, note_template)
      const allowed = detailTemplate(note_template).sections.map(({ key }) => key)
      const keys = body.note.sections.map(({ key }) => key)
      assert.deepEqual(
        keys,
        allowed.filter((key) => keys.includes(key)),
        note_template,
      )
      assert.ok(keys.length > 0, note_template)
    }
  })

  test('a digest has a note without a title, and newer versions have one', async () => {
    const { body } = await nabla.call<Noted>('POST', '/digest', digest({ note_template: 'SOAP' }))
    assert.deepEqual(Object.keys(body), ['note'])
    assert.deepEqual(body.note, {
      sections: [
        {
          key: 'SOAP_SUBJECTIVE',
          title: 'Subjective',
          text: 'The patient has had a headache for 3 days. The headache gets worse in the evening.',
        },
        { key: 'SOAP_OBJECTIVE', title: 'Objective', text: 'Blood pressure is 140/90.' },
        { key: 'SOAP_ASSESSMENT', title: 'Assessment', text: 'The patient likely has a migraine.' },
        {
          key: 'SOAP_PLAN',
          title: 'Plan',
          text: '- Take ibuprofen 400 mg 3 times a day.\n- Drink a lot of water and avoid alcohol.',
        },
      ],
    })
    const newer = await nabla.call<Noted>(
      'POST',
      '/v1/core/user/generate-note',
      generate({ note_template_key: 'GENERIC_SOAP' }),
    )
    assert.equal(newer.body.note.title, 'SOAP note')
    assert.equal(newer.body.note.sections[0]?.key, 'SUBJECTIVE')
  })

  test('sections are written in the style that is asked for, one by one or all', async () => {
    const plan = async (changes: object) => {
      const { body } = await nabla.call<Noted>(
        'POST',
        '/generate-note',
        generate({ note_template: 'SOAP', ...changes }),
      )
      return body.note.sections.find(({ key }) => key === 'SOAP_PLAN')?.text ?? ''
    }
    assert.match(await plan({ section_style: 'bullet_points' }), /^- Take .*\n- Drink/)
    assert.match(await plan({ section_style: 'paragraphs' }), /^Take .*\. Drink/)
    const own = [{ section_key: 'SOAP_PLAN', style: 'PARAGRAPH', custom_instruction: 'x', level_of_detail: 'HIGH' }]
    assert.match(await plan({ section_style: 'bullet_points', note_sections_customization: own }), /^Take .*\. Drink/)
  })

  test('a digest is called back with both ids', async () => {
    await using customer = await openCustomer(await speak('hello'))
    const asked = digest({ callback_url: customer.callback('digest'), client_request_id: 'd1', note_template: 'SOAP' })
    const { body } = await nabla.call('POST', '/v1/copilot-api/server/digest_async', asked)
    const result = JSON.parse((await customer.called('digest')).body)
    assert.deepEqual(Object.keys(result).sort(), ['client_request_id', 'note', 'request_id'])
    assert.equal(result.request_id, body.request_id)
  })

  test('an asynchronous note is polled', async () => {
    const { body } = await nabla.call(
      'POST',
      '/v1/core/server/generate-note-async',
      generate({ client_request_id: 'n1' }),
    )
    assert.deepEqual([body.status, body.client_request_id], ['ONGOING', 'n1'])
    const done = await nabla.poll(`/v1/core/server/generate-note-async/${body.id}`)
    assert.equal(done.status, 'SUCCEEDED')
    assert.deepEqual(Object.keys((done.payload as unknown as Noted).note), ['title', 'sections'])
  })

  test('what is too short and what nobody writes is refused at once', async () => {
    const short = await nabla.call(
      'POST',
      '/digest',
      digest({ transcript_items: [{ text: 'Hi.', speaker: 'patient' }] }),
    )
    assert.deepEqual(
      [short.status, short.body],
      [
        422,
        {
          message: "We can't generate the note when the transcript is too short.",
          ...{ code: 83005, name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT' },
        },
      ],
    )
    const german = await nabla.call('POST', '/generate-note', generate({ note_locale: 'GERMAN_DE' }))
    assert.deepEqual([german.status, german.body.name], [422, 'NO_WRITER'])
  })

  test('contexts, previous notes and fields that nobody knows are taken', async () => {
    const changes = { patient_context: 'Known migraine.', previous_note: NOTE, structured_context: {}, something: 1 }
    assert.equal((await nabla.call('POST', '/generate-note', generate(changes))).status, 200)
    assert.equal((await nabla.call('POST', '/digest', digest({ note: NOTE }))).status, 200)
  })

  test('normalised data has codes, relatives and values, at once and later', async () => {
    const at = '/v1/core/server/generate-normalized-data'
    const { body } = await nabla.call('POST', at, { note: NOTE, note_locale: 'ENGLISH_US' })
    assert.deepEqual(body, {
      conditions: [
        {
          display: 'Migraine, unspecified, not intractable, without status migrainosus',
          coding: {
            code: 'G43.909',
            display: 'Migraine, unspecified, not intractable, without status migrainosus',
            system: 'ICD-10-CM',
          },
          ...{ clinical_status: 'active', categories: [] },
        },
        {
          display: 'Essential (primary) hypertension',
          coding: { code: 'I10', display: 'Essential (primary) hypertension', system: 'ICD-10-CM' },
          ...{ clinical_status: 'active', categories: [] },
        },
      ],
      family_history: [
        {
          relationship: 'mother',
          conditions: [
            {
              display: 'Unspecified asthma, uncomplicated',
              coding: { code: 'J45.909', display: 'Unspecified asthma, uncomplicated', system: 'ICD-10-CM' },
              ...{ clinical_status: 'active', categories: [] },
            },
          ],
        },
        {
          relationship: 'family',
          conditions: [
            {
              display: 'Type 2 diabetes mellitus without complications',
              coding: { code: 'E11.9', display: 'Type 2 diabetes mellitus without complications', system: 'ICD-10-CM' },
              ...{ clinical_status: 'active', categories: [] },
            },
          ],
        },
      ],
      observations: [
        ...(['Systolic', 'Diastolic'] as const).map((side) => ({
          ...{ display: `${side} blood pressure`, value: side === 'Systolic' ? '140' : '90', unit: 'mm[Hg]' },
          coding: {
            code: side === 'Systolic' ? '8480-6' : '8462-4',
            display: `${side} blood pressure`,
            system: 'LOINC',
          },
        })),
      ],
    })
    const later = await nabla.call('POST', `${at}-async`, { note: NOTE })
    const done = await nabla.poll(`${at}-async/${later.body.id}`)
    assert.deepEqual(done.payload, body)
    assert.equal((await nabla.call('POST', '/generate_normalized_data', { note: NOTE })).status, 200)
  })

  test('a condition names the problem of the note under which it stands, where that is asked for', async () => {
    const sections = [
      { key: 'HISTORY_OF_PRESENT_ILLNESS', title: 'History', text: 'The patient has asthma.' },
      {
        ...{ key: 'ASSESSMENT_AND_PLAN', title: 'Assessment and plan' },
        text: 'High blood pressure:\n- The patient has hypertension.\n- Take lisinopril.\nMigraine\n- Take ibuprofen.',
      },
    ]
    const ask = async (more: object) => {
      const { body } = await nabla.call<{ conditions: { display: string; corresponding_note_problem?: string }[] }>(
        'POST',
        '/v1/core/server/generate-normalized-data',
        { note: { sections }, ...more },
      )
      return body.conditions.map((one) => [one.display.split(' ')[0], one.corresponding_note_problem])
    }
    assert.deepEqual(await ask({ include_corresponding_note_problems: true }), [
      ['Unspecified', null],
      ['Essential', 'High blood pressure'],
      ['Migraine,', 'Migraine'],
    ])
    assert.ok((await ask({})).every(([, problem]) => problem === undefined))
  })

  test('assessment and plan are one section in every template of many that says so', async () => {
    const asked = { note_locale: 'ENGLISH_US', transcript_items: ITEMS }
    const { body: listed } = await nabla.call<{ templates: { key: string; title: string }[] }>(
      'GET',
      '/v1/core/user/note-settings/templates',
    )
    const keys = listed.templates.map(({ key }) => key)
    for (const key of keys.filter((one) => one.endsWith('_MULTIPLE_SECTIONS'))) {
      assert.ok(keys.includes(`${key}_AP_MERGED`), key)
    }
    const titles = listed.templates.map(({ title }) => title)
    assert.equal(new Set(titles).size, titles.length, titles.join('; '))
    const textOf = async (note_template_key: string, keysOf: string[], more = {}) => {
      const { body } = await nabla.call<Noted>(
        'POST',
        '/v1/core/server/generate-note',
        { ...asked, note_template_key, ...more },
        { headers: { 'x-nabla-api-version': '2026-06-12' } },
      )
      const found = body.note.sections.filter(({ key }) => keysOf.includes(key))
      return found.flatMap(({ text }) => text.split('\n').map((line) => line.replace(/^- /, '')))
    }
    const both = await textOf('PSYCHIATRY_MULTIPLE_SECTIONS', ['ASSESSMENT', 'PLAN'])
    const merged = 'PSYCHIATRY_MULTIPLE_SECTIONS_AP_MERGED'
    assert.ok(both.length > 0)
    assert.deepEqual(await textOf(merged, ['ASSESSMENT_AND_PLAN']), both)
    assert.deepEqual(await textOf(merged, ['ASSESSMENT', 'PLAN']), [])
    const custom = [{ section_key: 'ASSESSMENT_AND_PLAN', style: 'PARAGRAPH', split_by_problem: true }]
    const paragraph = await textOf(merged, ['ASSESSMENT_AND_PLAN'], { note_sections_customization: custom })
    assert.deepEqual(paragraph, [both.join(' ')])
    const { body } = await nabla.call<{ sections: { key: string; supported_customization_options: string[] }[] }>(
      'GET',
      `/v1/core/server/generate-note/templates/${merged}`,
    )
    const section = body.sections.find(({ key }) => key === 'ASSESSMENT_AND_PLAN')
    assert.ok(section?.supported_customization_options.includes('SPLIT_BY_PROBLEM'))
  })

  test('no items at all are too short for a note', async () => {
    const { status, body } = await nabla.call('POST', '/generate-note', generate({ transcript_items: [] }))
    assert.deepEqual([status, body.code], [422, 83005])
  })

  test('a poll answers in the spelling of the path that asks', async () => {
    const begun = await nabla.call('POST', '/v1/copilot-api/server/generate-note-async', generate({}))
    assert.equal(begun.body.status, 'ongoing')
    const path = `/generate-note-async/${begun.body.id}`
    const older = await nabla.poll(`/v1/copilot-api/server${path}`)
    assert.equal(older.status, 'succeeded')
    const core = await nabla.poll(`/v1/core/server${path}`)
    assert.equal(core.status, 'SUCCEEDED')
    assert.ok('title' in ((core.payload?.note ?? {}) as object))
    assert.equal((await nabla.poll(path)).status, 'succeeded')
  })

  test('instructions for the patient are lines', async () => {
    const asked = { note: NOTE, note_locale: 'en-US', instructions_locale: 'en-US', consultation_type: 'IN_PERSON' }
    const { body } = await nabla.call('POST', '/generate_patient_instructions', asked)
    assert.deepEqual(body, { instructions: '- Take ibuprofen 400 mg 3 times a day.' })
    const spanish = await nabla.call('POST', '/generate-patient-instructions', {
      ...asked,
      instructions_locale: 'es-MX',
    })
    assert.equal(spanish.status, 422)
  })

  test('editing by instructions says that it needs a language model, and feedback is taken', async () => {
    const edit = await nabla.call('POST', '/v1/core/user/edit-note-with-instructions', {
      instructions: 'Shorter',
      note: NOTE,
    })
    assert.deepEqual([edit.status, edit.body.name], [422, 'NO_WRITER'])
    const report = await nabla.call('POST', '/reports', { rating: 5, note: NOTE })
    assert.deepEqual([report.status, report.body], [200, {}])
  })

  test('note settings are kept and used where a request does not say', async () => {
    const at = '/v1/core/user/note-settings'
    assert.deepEqual((await nabla.call('GET', at)).body, {
      ...{ note_template_key: 'GENERIC_MULTIPLE_SECTIONS', note_locale: 'ENGLISH_US' },
    })
    const changed = { note_template_key: 'GENERIC_SOAP', note_locale: 'ENGLISH_UK' }
    assert.deepEqual((await nabla.call('PATCH', at, changed)).body, changed)
    const { body } = await nabla.call<Noted>('POST', '/v1/core/user/generate-note', { transcript_items: ITEMS })
    assert.equal(body.note.sections[0]?.key, 'SUBJECTIVE')
    const { body: listed } = await nabla.call<{ templates: { key: string }[] }>('GET', `${at}/templates`)
    assert.ok(listed.templates.every((template) => Object.keys(template).join() === 'key,title,description'))
    assert.ok(listed.templates.some(({ key }) => key === 'GENERIC_SOAP'))
    const detail = await nabla.call<{ sections: { key: string }[] }>(
      'GET',
      '/v1/core/server/generate-note/templates/GENERIC_SOAP?locale=ENGLISH_US',
    )
    assert.deepEqual(
      detail.body.sections.map(({ key }) => key),
      ['SUBJECTIVE', 'OBJECTIVE', 'ASSESSMENT', 'PLAN'],
    )
  })
})
