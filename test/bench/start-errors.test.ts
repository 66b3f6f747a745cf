import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentenceStartErrors } from '../../bench/real/sentence-starts.ts'
import { turnStartErrors, turnsAfterPause } from '../../bench/real/turn-starts.ts'

test('the start of a sentence is that of its first word, where it was heard', () => {
  const sentences = [
    { text: 'my chest hurts', startMs: 400 },
    { text: 'since when', startMs: 2000 },
    { text: 'since monday', startMs: 3000 },
  ]
  const heard: [string, number, number][] = [
    ['My', 450, 600],
    ['chest', 600, 900],
    ['hurts.', 900, 1200],
    ['Since', 1900, 2100],
    ['when?', 2100, 2400],
    ['Monday.', 3300, 3600],
  ]
  assert.deepEqual(sentenceStartErrors(sentences, heard), [50, -100])
})

test('a turn counts when nobody spoke for half a second before it', () => {
  const turns = [
    { speaker: 'a', start: 0, end: 2 },
    { speaker: 'b', start: 2.4, end: 3 },
    { speaker: 'a', start: 3.6, end: 5 },
    { speaker: 'b', start: 4, end: 8 },
    { speaker: 'a', text: 'whose time nobody knows' },
  ]
  assert.deepEqual(turnsAfterPause(turns), [{ startMs: 3600, endMs: 5000 }])
})

test('a turn begins with the first word that ends in it, and without one it does not count', () => {
  const turns = [
    { startMs: 1000, endMs: 2000 },
    { startMs: 5000, endMs: 6000 },
  ]
  assert.deepEqual(
    turnStartErrors(turns, [
      ['well', 700, 1100],
      ['yes', 1200, 1500],
    ]),
    [-300],
  )
})
