import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'

interface Noted {
  note: { sections: { key: string; title: string; text: string }[] }
}

describe("Nabla's notes in French", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'] })
    nabla = openNablaClient(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  test('a French note has French headings, and its normalised data values but no code of a language not understood', async () => {
    const said = (speaker: string, text: string) => ({ text, speaker })
    const transcript_items = [
      said('patient', "J'ai mal à la gorge depuis lundi et je fais de l'hypertension."),
      said('doctor', 'Votre tension est à 150/90, température 38,5.'),
      said('doctor', "Je pense que c'est une angine."),
    ]
    const asked = { note_locale: 'FRENCH_FR', note_template: 'GENERIC_SOAP', transcript_items }
    const { body } = await nabla.call<Noted>('POST', '/v1/core/server/generate-note', asked)
    const printed = body.note.sections.map(({ title, text }) => `${title}: ${text}`).join('\n')
    assert.match(printed, /Subjectif: .*A mal à la gorge depuis lundi/s)
    assert.match(printed, /Diagnostic évoqué : angine/)
    const at = '/v1/core/server/generate-normalized-data'
    const read = await nabla.call('POST', at, { note: body.note, note_locale: 'FRENCH_FR' })
    assert.deepEqual(
      (read.body.observations as { display: string; value: string }[]).map(({ display, value }) => [display, value]),
      [
        ['Systolic blood pressure', '150'],
        ['Diastolic blood pressure', '90'],
        ['Body temperature', '38.5'],
      ],
    )
    assert.deepEqual([read.body.conditions, read.body.family_history], [[], []])
  })
})
