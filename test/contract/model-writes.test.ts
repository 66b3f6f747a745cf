import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { type Asked, openFakeModelServer, promptOf, sectionOf, status, stream } from '../support/fake-model-server.ts'
import { dataOf, openHeidiClient } from '../support/heidi-client.ts'
import { openNablaClient } from '../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'

const TRUE = 'Reports a headache for 3 days.'
const INVENTED = 'Takes warfarin 5 mg.'
const SAID = 'I have had a headache for three days now.'
const NOTE = {
  sections: [
    { key: 'HPI', title: 'History', text: `- ${SAID}\n- It is worse at night` },
    { key: 'PLAN', title: 'Plan', text: 'Rest.' },
  ],
}

/** A model that states one true thing in the first section, and invents another. */
function answer(response: ServerResponse, asked: Asked): void {
  const isFirst = promptOf(asked).includes(`Its sections: ${sectionOf(asked)}`)
  stream(isFirst ? `- ${TRUE}\n- ${INVENTED}\n` : '- None.\n')(response)
}

interface Noted {
  name?: string
  note: { sections: { key: string; title: string; text: string }[] }
}

describe('what a configured language model writes', () => {
  let model: Awaited<ReturnType<typeof openFakeModelServer>>
  let osler: TestSystem

  before(async () => {
    model = await openFakeModelServer([answer])
    osler = await openTestSystem({ notesUrl: [model.url] })
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await model[Symbol.asyncDispose]()
  })

  /** What was asked last for a section. */
  const prompt = (title: string) => promptOf(model.asked.findLast((asked) => sectionOf(asked) === title) as Asked)
  const generate = (changes: object = {}) => ({
    ...{ note_locale: 'ENGLISH_US', note_template: 'SOAP', transcript_items: [{ text: SAID, speaker: 'patient' }] },
    ...changes,
  })

  test("Nabla's instructions, levels of detail and problems reach the model, by section", async () => {
    const asked = generate({
      split_by_problem: true,
      note_sections_customization: [
        { section_key: 'SOAP_PLAN', custom_instruction: 'Name the doses.', level_of_detail: 'DETAILED' },
      ],
    })
    const { body } = await openNablaClient(osler).call<Noted>('POST', '/generate-note', asked)
    assert.deepEqual(body.note.sections, [{ key: 'SOAP_SUBJECTIVE', title: 'Subjective', text: TRUE }])
    assert.match(prompt('Subjective'), /What is wished: Problem by problem/)
    assert.match(prompt('Plan'), /What is wished: Level of detail: DETAILED\.\nWhat is wished: Name the doses\.$/)
    assert.doesNotMatch(prompt('Subjective'), /DETAILED/)
  })

  test('a note is edited by instructions and keeps its keys; nothing comes into it that it did not have', async () => {
    const asked = { instructions: 'Shorter, please.', note: NOTE }
    const nabla = openNablaClient(osler)
    const { status: code, body } = await nabla.call<Noted>('POST', '/edit-note-with-instructions', asked)
    assert.deepEqual([code, body.note.sections], [200, [{ key: 'HPI', title: 'History', text: TRUE }]])
    assert.match(prompt('History'), /What is wished: Shorter, please\./)
  })

  test("Heidi's template of another system is read by its headings, and the voice style is told", async () => {
    const heidi = openHeidiClient(osler)
    await heidi.signIn()
    const session = await heidi.begin()
    await heidi.call('PATCH', session, { clinician_notes: [SAID], output_language_code: 'fr' })
    const asked = {
      ...{ generation_method: 'THIRD_PARTY_TEMPLATE', addition: '', voice_style: 'BRIEF', brain: 'LEFT' },
      third_party_template: '# Story\nIn one line.\n\nPlan:\nWith doses.',
    }
    const { text } = await heidi.call('POST', `${session}/consult-note`, asked)
    assert.equal(dataOf(text), `# Consult note\n\n## Story\n\n- ${TRUE}`)
    assert.match(prompt('Story'), /What belongs in it: In one line\.$/)
    assert.match(prompt('Plan'), /What belongs in it: With doses\.$/)
    assert.match(prompt('Story'), /What is wished: Brief/)
    assert.match(prompt('Story'), /Language: French/)
    const empty = await heidi.call('POST', `${session}/consult-note`, { ...asked, third_party_template: ' ' })
    assert.equal(empty.status, 422)
  })

  test("Heidi's questions are put to the model, and the answer is held to what was said", async () => {
    const heidi = openHeidiClient(osler)
    await heidi.signIn()
    const asked = { ai_command_text: 'What hurts?', content: SAID, content_type: 'MARKDOWN' }
    const { text } = await heidi.call('POST', `${await heidi.begin()}/ask-ai`, asked)
    assert.match(dataOf(text), new RegExp(TRUE))
    assert.doesNotMatch(dataOf(text), /warfarin/)
    assert.match(prompt('What was said about it'), /What is asked: What hurts\?/)
  })

  test('languages that the built-in writer does not know are written, in them', async () => {
    const { status: code } = await openNablaClient(osler).call(
      'POST',
      '/generate-note',
      generate({ note_locale: 'SPANISH_ES' }),
    )
    assert.equal(code, 200)
    assert.match(prompt('Subjetivo'), /Language: European Spanish/)
  })

  test('the native result names the writer and the share of what it stated that nobody said', async () => {
    const nabla = openNablaClient(osler)
    await nabla.call('POST', '/generate-note', generate())
    const listed = (await (await osler.ask('/api/consultations')).json()) as { consultations: { id: string }[] }
    const path = `/api/consultations/${listed.consultations[0]?.id}/documents`
    const { documents } = (await (await osler.ask(path)).json()) as {
      documents: { writer: string; unsupportedShare: number; warnings: { code: string }[] }[]
    }
    const [{ writer, unsupportedShare, warnings } = { writer: '', unsupportedShare: 0, warnings: [] }] = documents
    assert.deepEqual([writer, unsupportedShare], ['openai', 0.5])
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['unsupported_statements'],
    )
  })
})

test('an edit that the model did not make is an error, not the old note', async () => {
  await using model = await openFakeModelServer([status(401)])
  await using osler = await openTestSystem({ notesUrl: [model.url] })
  const asked = { instructions: 'Shorter', note: NOTE }
  const { status: code, body } = await openNablaClient(osler).call('POST', '/edit-note-with-instructions', asked)
  assert.deepEqual([code, body.name], [500, 'ENGINE_FAILED'])
  const made = await openNablaClient(osler).call<Noted>('POST', '/generate-note', {
    ...{ note_locale: 'ENGLISH_US', transcript_items: [{ text: SAID, speaker: 'patient' }] },
  })
  assert.deepEqual([made.status, made.body.note.sections.length > 0], [200, true])
})
