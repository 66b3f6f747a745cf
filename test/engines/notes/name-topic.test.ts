import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

test('a short clip is written under what it is about', async () => {
  const transcript = transcriptOf(['What do you take?', 'Vicodin for the pain.'])
  const note = await openExtractive().write(transcript, { kind: 'history_and_physical' }, signal)
  assert.deepEqual(
    note.sections.filter(({ statements }) => statements.length > 0).map(({ key }) => key),
    ['medications'],
  )
})
