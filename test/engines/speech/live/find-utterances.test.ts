import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findUtterances } from '../../../../src/engines/speech/live/find-utterances.ts'

const FRAME_MS = 32
/** So many frames at each likelihood. */
const frames = (...runs: [count: number, likely: number][]) =>
  runs.flatMap(([count, likely]) => Array.from({ length: count }, () => likely))
const ms = (count: number) => count * FRAME_MS

describe('utterances, as they are said', () => {
  test('begin where speech began once it is sure, and end in the pause that ends them', () => {
    const utterances = findUtterances(FRAME_MS, 500)
    assert.deepEqual(utterances.take(frames([10, 0], [2, 0.9])), [])
    assert.deepEqual(utterances.take(frames([20, 0.9])), [{ type: 'begun', startMs: ms(10) }])
    assert.deepEqual(utterances.take(frames([15, 0])), [])
    assert.deepEqual(utterances.open(), { startMs: ms(10), pausedAtMs: ms(32) })
    assert.deepEqual(utterances.take(frames([1, 0])), [{ type: 'ended', startMs: ms(10), endMs: ms(32) }])
    assert.equal(utterances.open(), undefined)
  })

  test('go on over shorter pauses, and are not begun by a click', () => {
    const utterances = findUtterances(FRAME_MS, 500)
    assert.deepEqual(utterances.take(frames([2, 0.9], [10, 0])), [])
    assert.equal(utterances.take(frames([10, 0.9], [10, 0], [10, 0.9])).length, 1)
    assert.deepEqual(utterances.open(), { startMs: ms(12), pausedAtMs: undefined })
  })

  test('end where they are ended: at a pause that has begun, or here', () => {
    const utterances = findUtterances(FRAME_MS, 500)
    utterances.take(frames([10, 0.9], [3, 0]))
    assert.deepEqual(utterances.end(), [{ type: 'ended', startMs: 0, endMs: ms(10) }])
    assert.deepEqual(utterances.end(), [])
    utterances.take(frames([10, 0.9]))
    assert.deepEqual(utterances.end(), [{ type: 'ended', startMs: ms(13), endMs: ms(23) }])
  })

  test('are cut where it is quietest when somebody speaks on and on, and nothing of it is lost', () => {
    const utterances = findUtterances(FRAME_MS, 500)
    const changes = utterances.take(frames([600, 0.9], [4, 0.1], [600, 0.9], [20, 0]))
    const [first, cut, next, end] = changes
    assert.deepEqual(first, { type: 'begun', startMs: 0 })
    assert.equal(cut?.type === 'ended' && Math.abs(cut.endMs - ms(602)) <= ms(3), true)
    assert.deepEqual(next, { type: 'begun', startMs: cut?.type === 'ended' ? cut.endMs : -1 })
    assert.deepEqual(end?.type, 'ended')
    assert.equal(changes.length, 4)
  })
})
