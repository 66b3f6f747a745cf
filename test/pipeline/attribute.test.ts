import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecognizedStretch } from '../../src/engines/speech/recognizer.ts'
import { attribute, type Turn } from '../../src/pipeline/attribute.ts'
import { spoken } from '../support/spoken-words.ts'

function stretch(channel: number, text: string, startMs: number): RecognizedStretch {
  const words = spoken(text, startMs)
  return { channel, startMs, endMs: words.at(-1)?.endMs ?? startMs + 1000, words }
}

const print = (turns: Turn[]) =>
  turns.map(({ speakerLabel, words }) => [speakerLabel, words.map(({ text }) => text).join(' ')])

test('one channel gives a turn a stretch, in time order and without labels', () => {
  const turns = attribute([stretch(0, 'my head hurts', 9000), stretch(0, 'good morning', 0)], 1)
  assert.deepEqual(print(turns), [
    [undefined, 'good morning'],
    [undefined, 'my head hurts'],
  ])
  assert.ok(turns.every((turn) => !('speakerLabel' in turn)))
})

test('of two channels the one that speaks first is SPEAKER_01, whatever its number', () => {
  const turns = attribute([stretch(0, 'my head hurts', 2000), stretch(1, 'good morning', 500)], 2)
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'good morning'],
    ['SPEAKER_02', 'my head hurts'],
  ])
})

test('who speaks in a pause of the other channel gets a turn of its own', () => {
  const turns = attribute([stretch(0, 'any fever [1500] any cough', 0), stretch(1, 'no', 1000)], 2)
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'any fever'],
    ['SPEAKER_02', 'no'],
    ['SPEAKER_01', 'any cough'],
  ])
})

test('a word said over the other channel does not tear its sentence apart', () => {
  const turns = attribute([stretch(0, 'it started about two weeks ago', 0), stretch(1, 'okay', 600)], 2)
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'it started about two weeks ago'],
    ['SPEAKER_02', 'okay'],
  ])
})

test('a stretch in which nothing was heard gives no turn', () => {
  assert.deepEqual(attribute([{ channel: 0, startMs: 0, endMs: 900, words: [] }], 1), [])
})
