import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { expandNote } from '../../../src/api/doors/heidi/expand-notes.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'

describe('what a clinician types', () => {
  let osler: TestSystem
  before(async () => {
    osler = await openTestSystem()
  })
  after(() => osler[Symbol.asyncDispose]())

  const send = (path: string, body: unknown, method = 'POST') =>
    osler.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const textOf = async (response: Response) =>
    (await response.text())
      .split('\n')
      .flatMap((line) => (line.startsWith('data: ') ? (JSON.parse(line.slice(6)) as { data: string }).data : []))
      .join('')
  const begin = async () => ((await (await send('/sessions', {})).json()) as { session_id: string }).session_id

  /** The sections of the history and physical that is written of typed lines alone. */
  async function write(...clinician_notes: string[]): Promise<Record<string, string[]>> {
    const id = await begin()
    await send(`/sessions/${id}`, { clinician_notes, generate_output_without_recording: true }, 'PATCH')
    const asked = { generation_method: 'TEMPLATE', template_id: '659b8042fe093d6592b41ef7', addition: '' }
    const note = await textOf(await send(`/sessions/${id}/consult-note`, asked))
    const sections = note.split('\n## ').slice(1)
    return Object.fromEntries(
      sections.map((section) => {
        const [title = '', ...lines] = section.split('\n')
        return [title, lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2))]
      }),
    )
  }

  async function ask(ai_command_text: string, content: string): Promise<string> {
    const path = `/sessions/${await begin()}/ask-ai`
    return textOf(await send(path, { ai_command_text, content, content_type: 'MARKDOWN' }))
  }

  test('stands in the note, each line in its section', async () => {
    const note = await write(
      ...['BP 120/80', 'HR 88', 'Patient is a 56 year old man with diabetes and hypertension.'],
      ...['Takes metformin 500 mg twice daily.', 'Allergic to penicillin.', 'Plan: HbA1c, review in 3 months.'],
    )
    assert.deepEqual(note, {
      'History of present illness': ['The patient is a 56-year-old man with diabetes and hypertension.'],
      Medications: ['The patient takes metformin 500 mg twice daily.'],
      Allergies: ['The patient is allergic to penicillin.'],
      Vitals: ['The blood pressure is 120/80.', 'The heart rate is 88.'],
      'Assessment and plan': ['The plan is HbA1c, review in 3 months.'],
    })
  })

  for (const [line, section, says] of [
    ['HR 88, temp 37.2', 'Vitals', 'The heart rate is 88, and the temperature is 37.2.'],
    ['NKDA', 'Allergies', 'The patient has no known drug allergies.'],
    ['Allergies: penicillin, latex', 'Allergies', 'The patient is allergic to penicillin and latex.'],
    ['The patient is allergic to penicillin.', 'Allergies', 'The patient is allergic to penicillin.'],
    ['PMH: asthma, hypertension', 'Past medical history', 'The patient has a history of asthma and hypertension.'],
    ['Meds: lisinopril 10 mg daily', 'Medications', 'The patient takes lisinopril 10 mg daily.'],
    [
      'bp: 130/85, p 72, t 98.6, spo2 98% ra',
      'Vitals',
      'The blood pressure is 130/85, and the heart rate is 72, and the temperature is 98.6, and the oxygen saturation is 98% ra.',
    ],
    ['Imp: viral URTI', 'Assessment and plan', 'The diagnosis is viral URTI.'],
    ['f/u 2/52', 'Assessment and plan', 'The plan is follow-up in 2/52.'],
  ] as const) {
    test(`"${line}" alone stands under ${section}`, async () =>
      assert.deepEqual(await write(line), { [section]: [says] }))
  }

  test('is a list below its label, or one with numbers', async () => {
    const note = await write('PMH:', '- asthma', '- eczema', '1. Allergic to latex')
    assert.deepEqual(note['Past medical history'], [
      'The patient has a history of asthma.',
      'The patient has a history of eczema.',
    ])
    assert.deepEqual(note.Allergies, ['The patient is allergic to latex.'])
  })

  test('stands there as it was typed where no section takes it', async () => {
    const note = await write('BP 120/80', 'zzz by Dr Ng', 'xyz forms signed')
    assert.deepEqual(note['Also noted'], ['zzz by Dr Ng', 'xyz forms signed'])
    assert.deepEqual(note.Vitals, ['The blood pressure is 120/80.'])
  })

  test('is no complaint where a complaint is there', async () => {
    const note = await write('Allergic to penicillin.', 'The patient has had a cough for two weeks.')
    assert.deepEqual(note['Chief complaint'], ['The patient has had a cough for 2 weeks.'])
    assert.deepEqual(note.Allergies, ['The patient is allergic to penicillin.'])
  })

  test('answers what is asked of it, with allergies and medicines', async () => {
    const typed = 'I am allergic to penicillin. I take aspirin. I have diabetes.'
    assert.match(await ask('List the allergies', typed), /- The patient is allergic to penicillin\.$/)
    assert.match(await ask('What medications does the patient take?', typed), /- The patient takes aspirin\.$/)
    const others = 'I take metformin. I am taking aspirin. Takes ramipril 5 mg daily. On warfarin.'
    const taken = await ask('What medications does the patient take?', others)
    for (const word of ['metformin', 'aspirin', 'ramipril', 'warfarin']) assert.ok(taken.includes(word), taken)
    const all = await ask('Summarise and note comorbidities, medications, allergies', typed)
    for (const word of ['penicillin', 'aspirin', 'diabetes']) assert.ok(all.includes(word), all)
  })
})

for (const line of [
  'No chest pain today.',
  'On examination the chest is clear.',
  'The patient takes aspirin.',
  'Temperature was 38 yesterday.',
  'On Monday the pain was worse, today less.',
]) {
  test(`a sentence stays as it was typed: ${line}`, () => assert.equal(expandNote(line), line))
}
