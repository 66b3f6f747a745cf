import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dropLowConfidence } from '../../../src/pipeline/transcribe/drop-low-confidence.ts'
import { spoken } from '../../support/spoken-words.ts'

function segment(text: string, confidence: number | undefined, startMs = 0) {
  const words = spoken(text, startMs).map(({ confidence: _, ...word }) => ({
    ...word,
    ...(confidence !== undefined && { confidence }),
  }))
  return { channel: 0, startMs, endMs: words.at(-1)?.endMs ?? startMs, words }
}

test('what was hardly understood is left out, with a warning that says where', () => {
  const { heard, warnings } = dropLowConfidence([
    segment('i have a headache', 0.9),
    segment('my off and on the list', 0.2, 65_000),
  ])
  assert.deepEqual(
    heard.map(({ words }) => words.length),
    [4, 0],
  )
  assert.equal(warnings[0]?.code, 'speech_unclear')
  assert.match(warnings[0]?.message ?? '', /at 1:05–1:06,/)
})

test('a short answer stays, though it is unsure', () => {
  assert.equal(dropLowConfidence([segment('no', 0.3)]).heard[0]?.words.length, 1)
  assert.equal(dropLowConfidence([segment('water', 0.1)]).heard[0]?.words.length, 0)
})

test('an engine that tells no confidence is believed', () => {
  const { heard, warnings } = dropLowConfidence([segment('je ne dors plus', undefined)])
  assert.equal(heard[0]?.words.length, 4)
  assert.deepEqual(warnings, [])
})

test('where nothing was heard there is nothing to leave out', () => {
  assert.deepEqual(dropLowConfidence([]), { heard: [], warnings: [] })
  assert.deepEqual(dropLowConfidence([{ channel: 0, startMs: 0, endMs: 900, words: [] }]).warnings, [])
})
