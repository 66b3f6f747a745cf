import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORMATS } from '../../src/cli/print-result.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import { transcriptOf } from '../support/spoken-words.ts'

const transcript = transcriptOf(['I have had a bad cough for five days.'])
const notes = [await openExtractive().write(transcript, { kind: 'summary' }, new AbortController().signal)]

const BEGINS: Record<keyof typeof FORMATS, [extension: string, text: RegExp]> = {
  text: ['.txt', /^I have had a bad cough for five days\.\n\n# Summary\n/],
  markdown: ['.md', /^# Summary\n[\s\S]*\n# Transcript\n\nI have had a bad cough/],
  html: ['.html', /^<!doctype html>[\s\S]*bad cough/i],
  json: ['.json', /^\{\n {2}"transcript": \{/],
  srt: ['.srt', /^1\n00:00:00,000 --> 00:00:0\d,\d{3}\nI have had a bad cough/],
  vtt: ['.vtt', /^WEBVTT\n\n00:00:00\.000 --> 00:00:0\d\.\d{3}\nI have had a bad cough/],
}

for (const [format, [extension, text]] of Object.entries(BEGINS)) {
  test(`a result is printed as ${format}, in a file of its own ending`, () => {
    const { extension: own, print } = FORMATS[format as keyof typeof FORMATS]
    assert.equal(own, extension)
    assert.match(print({ transcript, notes }), text)
  })
}

test('as JSON the statements of documents cite items of the transcript', () => {
  const printed = JSON.parse(FORMATS.json.print({ transcript, notes }))
  assert.equal(printed.documents[0].sections[0].statements[0].evidence[0], printed.transcript.items[0].id)
})
