import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { spansOf } from '../../../src/engines/voice-activity/silero.ts'

const FRAME_MS = 32
/** So many frames at each likelihood, in hundredths. */
const frames = (...runs: [count: number, likely: number][]) =>
  runs.flatMap(([count, likely]) => Array.from({ length: count }, () => likely))
const span = (from: number, to: number) => ({ startMs: from * FRAME_MS, endMs: to * FRAME_MS })

describe('spans of speech by how likely each 32 ms are speech', () => {
  test('begin at the first likely frame and end where a pause begins', () => {
    assert.deepEqual(spansOf(frames([10, 0], [20, 90], [10, 0]), 40 * FRAME_MS), [span(10, 30)])
  })

  test('are none where nobody likely speaks, or there is nothing', () => {
    assert.deepEqual(spansOf(frames([100, 49]), 100 * FRAME_MS), [])
    assert.deepEqual(spansOf([], 0), [])
  })

  test('go on over pauses shorter than 160 ms', () => {
    assert.deepEqual(spansOf(frames([10, 90], [4, 0], [10, 90], [5, 0], [10, 90]), 39 * FRAME_MS), [
      span(0, 24),
      span(29, 39),
    ])
  })

  test('go on while it is only a little less likely', () => {
    assert.deepEqual(spansOf(frames([5, 90], [20, 36], [5, 90], [8, 0]), 38 * FRAME_MS), [span(0, 30)])
  })

  test('end with the recording, which may end within a frame', () => {
    assert.deepEqual(spansOf(frames([10, 90]), 10 * FRAME_MS - 7), [{ startMs: 0, endMs: 10 * FRAME_MS - 7 }])
    assert.deepEqual(spansOf(frames([10, 90], [3, 0]), 13 * FRAME_MS), [span(0, 10)])
  })
})
