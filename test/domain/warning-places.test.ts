import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinWarnings, shiftWarning, warnAt } from '../../src/domain/warning-places.ts'

const unclear = (...places: [startMs: number, endMs: number][]) =>
  warnAt(
    'speech_unclear',
    places.map(([startMs, endMs]) => ({ startMs, endMs })),
    (where) => `Nothing could be understood at ${where}, and nothing was written.`,
  )
const messagesOf = (...recordings: Parameters<typeof joinWarnings>[0]) =>
  joinWarnings(recordings).map(({ message }) => message)

test('a place in a later part of a recording is told in the time of the whole', () => {
  const first = { startMs: 0, durationMs: 10_000, warnings: [unclear([3000, 4000])] }
  const second = { startMs: 10_000, durationMs: 10_000, warnings: [unclear([7000, 8000])] }
  assert.deepEqual(messagesOf(first, second), [
    'Nothing could be understood at 0:03–0:04, 0:17–0:18, and nothing was written.',
  ])
})

test('what a part heard of its neighbours is left to them', () => {
  const part = { startMs: 10_000, durationMs: 10_000, warnings: [unclear([-2000, -1000], [10_500, 11_000])] }
  assert.deepEqual(messagesOf(part), [])
})

test('what several parts say alike is said once, and what is about no place stays as it is', () => {
  const quiet = { code: 'audio_quiet', message: 'Very quiet.' } as const
  const old = { code: 'speech_unclear', message: 'Nothing could be understood at 0:07–0:08.' } as const
  const warnings = [quiet, old]
  assert.deepEqual(
    joinWarnings([
      { startMs: 0, durationMs: 1, warnings },
      { startMs: 1, durationMs: 1, warnings },
    ]),
    warnings,
  )
})

test('less than a second is one time', () => {
  assert.match(unclear([7100, 7600]).message, /at 0:07,/)
  assert.match(shiftWarning(unclear([7100, 7600]), -3000).message, /at 0:04,/)
})
