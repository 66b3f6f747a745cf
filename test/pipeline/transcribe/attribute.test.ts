import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecognizedSegment } from '../../../src/engines/speech/recognizer.ts'
import { attribute, type Turn } from '../../../src/pipeline/transcribe/attribute.ts'
import { spoken } from '../../support/spoken-words.ts'

function segment(channel: number, text: string, startMs: number): RecognizedSegment {
  const words = spoken(text, startMs)
  return { channel, startMs, endMs: words.at(-1)?.endMs ?? startMs + 1000, words }
}

const print = (turns: Turn[]) =>
  turns.map(({ speakerLabel, words }) => [speakerLabel, words.map(({ text }) => text).join(' ')])

test('one channel whose voices were not told apart gives one turn, in time order and without a label', () => {
  const turns = attribute([segment(0, 'my head hurts', 9000), segment(0, 'good morning', 0)], {
    channels: 1,
    turns: [],
  })
  assert.deepEqual(print(turns), [[undefined, 'good morning my head hurts']])
  assert.ok(turns.every((turn) => !('speakerLabel' in turn)))
})

test('of two channels the one that speaks first is SPEAKER_01, whatever its number', () => {
  const turns = attribute([segment(0, 'my head hurts', 2000), segment(1, 'good morning', 500)], {
    channels: 2,
    turns: [],
  })
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'good morning'],
    ['SPEAKER_02', 'my head hurts'],
  ])
})

test('who speaks in a pause of the other channel gets a turn of its own', () => {
  const turns = attribute([segment(0, 'any fever [1500] any cough', 0), segment(1, 'no', 1000)], {
    channels: 2,
    turns: [],
  })
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'any fever'],
    ['SPEAKER_02', 'no'],
    ['SPEAKER_01', 'any cough'],
  ])
})

test('a word said over the other channel does not tear its sentence apart', () => {
  const turns = attribute([segment(0, 'it started about two weeks ago', 0), segment(1, 'okay', 600)], {
    channels: 2,
    turns: [],
  })
  assert.deepEqual(print(turns), [
    ['SPEAKER_01', 'it started about two weeks ago'],
    ['SPEAKER_02', 'okay'],
  ])
})

test('a segment in which nothing was heard gives no turn', () => {
  assert.deepEqual(attribute([{ channel: 0, startMs: 0, endMs: 900, words: [] }], { channels: 1, turns: [] }), [])
})

test('voices that were told apart share a segment between them, word by word', () => {
  const turns = [
    { startMs: 0, endMs: 700, voice: 0 },
    { startMs: 900, endMs: 2000, voice: 1 },
  ]
  assert.deepEqual(print(attribute([segment(0, 'any fever no fever', 0)], { channels: 1, turns })), [
    ['SPEAKER_01', 'any fever no'],
    ['SPEAKER_02', 'fever'],
  ])
})

test('one voice alone carries no label', () => {
  const turns = [{ startMs: 0, endMs: 2000, voice: 0 }]
  assert.deepEqual(print(attribute([segment(0, 'any fever', 0)], { channels: 1, turns })), [[undefined, 'any fever']])
})
