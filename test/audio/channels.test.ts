import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FrameLevels, judge } from '../../src/audio/channels.ts'

const SPEECH = 1e7
const LINE_NOISE = 1e4
const times = (count: number, left: number, right: number, mixed = (left + right) / 4): FrameLevels[] =>
  Array.from({ length: count }, () => ({ left, right, mixed }))

test('two speakers who take turns are apart, also over noisy lines with long pauses', () => {
  const talk = [
    ...times(100, SPEECH, LINE_NOISE),
    ...times(600, LINE_NOISE, LINE_NOISE),
    ...times(80, LINE_NOISE, SPEECH),
  ]
  assert.equal(judge(talk), 'apart')
})

test('one short answer is enough to keep its channel', () => {
  assert.equal(judge([...times(10_000, SPEECH, 0), ...times(12, 0, SPEECH / 4)]), 'apart')
})

test('both voices on both channels are the same sound, at equal levels or not', () => {
  assert.equal(judge(times(100, SPEECH, SPEECH, SPEECH)), 'same')
  assert.equal(judge(times(100, SPEECH, SPEECH / 16, SPEECH / 3)), 'same')
  assert.equal(judge([...times(50, SPEECH, SPEECH / 3), ...times(50, SPEECH / 3, SPEECH)]), 'same')
})

test('a channel is left out only when nothing on it could be heard', () => {
  assert.equal(judge(times(100, SPEECH, 100)), 'left')
  assert.equal(judge(times(100, 0, SPEECH)), 'right')
  // Hum, or a voice far away: mixed in, so that no word is lost.
  assert.equal(judge([...times(100, SPEECH, LINE_NOISE), ...times(20, LINE_NOISE, 10 * LINE_NOISE)]), 'same')
})

test('channels that would cancel each other out are not mixed', () => {
  assert.equal(judge(times(100, SPEECH, SPEECH, 0)), 'opposed')
})

test('a recording without a frame is no error', () => {
  assert.equal(judge([]), 'same')
})
