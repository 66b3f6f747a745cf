import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatHtml } from '../../src/export/html.ts'
import { derived, noteOf, SAID, transcriptOfSpeakers } from '../support/made-record.ts'

const transcript = transcriptOfSpeakers(SAID)

test('the numbers behind a statement lead to the items that it rests on', () => {
  const note = noteOf('soap_note', { subjective: [derived('The patient is allergic to penicillin.', ['i1', 'i2'])] })
  const page = formatHtml([note], transcript)
  assert.match(page, /penicillin\.<sup><a href="#item-1">1<\/a> <a href="#item-2">2<\/a><\/sup>/)
  assert.match(page, /<li id="item-2"><time>0:04<\/time> <strong>Patient:<\/strong> Yes, penicillin\.<\/li>/)
})

test('a source that the transcript does not have is told, and one that was taken in leads to what took it in', () => {
  const items = transcript.items.map((item) => (item.id === 'i2' ? { ...item, tookIn: ['i20'] } : item))
  const write = (evidence: string[]) =>
    formatHtml([noteOf('soap_note', { subjective: [derived('Allergic.', evidence)] })], { ...transcript, items })
  assert.match(write(['i1', 'gone']), /Allergic\. <small>\(a source is not in the transcript\)<\/small><sup>/)
  assert.match(write(['gone', 'lost']), /\(2 sources are not in the transcript\)/)
  const page = write(['i20', 'i2'])
  assert.match(page, /Allergic\.<sup><a href="#item-2">2<\/a><\/sup>/)
  assert.doesNotMatch(page, /not in the transcript/)
})

test('a page runs nothing and loads nothing, whatever was said', () => {
  const said = '"><script src=//evil.example></script><img onerror=alert(1)> &amp;'
  const note = noteOf('soap_note', { subjective: [derived(said, ['i1'], { speaker: said, source: said })] })
  note.title = said
  const page = formatHtml([note], transcriptOfSpeakers([['patient', said]]))
  assert.doesNotMatch(page, /<script|<img|src=["']|href="(?!#item-)/)
  assert.match(page, /&lt;script src=\/\/evil\.example&gt;/)
})

test('what stands in a table is marked, with its source once', () => {
  const attributes = { source: 'NICE, Headaches in over 12s, 2012', complaint: 'Headache' }
  const lines = ['Not heard: where it hurts.', 'Not heard: what makes it worse.']
  const statements = lines.map((text) => ({ ...derived(text, ['i6'], attributes), support: 'reference' as const }))
  const page = formatHtml([noteOf('suggestions', { questions: statements })], transcript)
  assert.equal(page.split('Source: NICE').length, 2)
  assert.match(page, /<h3>Headache<\/h3>/)
  assert.match(page, /<small>\(reference, not said\)<\/small>/)
})

test('a word that decides and was not heard surely stands behind its statement, with what that means once', () => {
  const statement = { ...derived('The patient takes <b>.', ['i3']), doubtful: ['<b>', '500'] }
  const page = formatHtml([noteOf('soap_note', { subjective: [statement, statement] })], transcript)
  assert.match(page, /<mark>\(\?\) check: &lt;b&gt;, 500<\/mark><sup>/)
  assert.equal(page.split('These words decide and were not heard surely').length, 2)
})

test('what was not heard and why a document is empty are told', () => {
  const note = noteOf('call_center_compliance', {})
  const [section] = note.sections
  if (section) section.notHeard = ['Recording announced', 'Identity checked']
  note.warnings = [{ code: 'nothing_found', message: 'Nothing that was said belongs in this document.' }]
  const page = formatHtml([note], transcript)
  assert.match(page, /Not heard: Recording announced, Identity checked\./)
  assert.match(page, /Nothing that was said belongs in this document\./)
})
