import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SpeechSegment } from '../../../../src/domain/audio.ts'
import {
  batchWindows,
  halve,
  lengthMs,
  packWindows,
  toRecordingTime,
  type Window,
} from '../../../../src/engines/speech/whisper/windows.ts'

const segment = (startMs: number, endMs: number, channel = 0): SpeechSegment => ({ channel, startMs, endMs })
const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs, confidence: 0.9 })
const windowsOf = (count: number): Window[] => Array.from({ length: count }, (_, at) => [segment(at, at + 1)])

describe('windows that Whisper reads', () => {
  test('are as full of neighbouring segments as 30 s allow, in time order', () => {
    const segments = [segment(0, 10_000), segment(12_000, 30_000), segment(31_000, 34_000), segment(40_000, 70_000)]
    const windows = packWindows(segments.toReversed())
    assert.deepEqual(windows, [segments.slice(0, 2), segments.slice(2, 3), segments.slice(3)])
  })

  test('hold each segment once and one channel alone, over any lengths', () => {
    const segments = Array.from({ length: 200 }, (_, at) => {
      const startMs = at * 31_000
      return segment(startMs, startMs + 1 + ((at * 7919) % 30_000), at % 2)
    })
    const windows = packWindows(segments)
    assert.deepEqual(new Set(windows.flat()), new Set(segments))
    assert.equal(windows.flat().length, segments.length)
    for (const window of windows) {
      assert.ok(lengthMs(window) <= 30_000)
      assert.equal(new Set(window.map(({ channel }) => channel)).size, 1)
    }
  })

  test('are none where nobody speaks', () => assert.deepEqual(packWindows([]), []))

  test('are halved at the border of segments that is nearest to the middle, each half with something in it', () => {
    const [a, b, c] = [segment(0, 4000), segment(5000, 9000), segment(10_000, 12_000)]
    assert.deepEqual(halve([a, b, c]), [[a, b], [c]])
    assert.deepEqual(halve([segment(0, 100), segment(200, 9000)]), [[segment(0, 100)], [segment(200, 9000)]])
    assert.deepEqual(halve([segment(0, 9000), segment(9100, 9200)]), [[segment(0, 9000)], [segment(9100, 9200)]])
  })

  test('of one segment are halved in its middle', () => {
    assert.deepEqual(halve([segment(1000, 4001)]), [[segment(1000, 2501)], [segment(2501, 4001)]])
  })

  test('are told in calls of at most so many, as equal as they can be, and each once', () => {
    for (const [count, most, workers] of [
      [1, 4, 2],
      [4, 4, 2],
      [8, 4, 2],
      [9, 4, 2],
      [83, 4, 2],
      [100, 16, 1],
    ] as const) {
      const windows = windowsOf(count)
      const batches = batchWindows(windows, most, workers)
      assert.deepEqual(batches.flat(), windows)
      assert.ok(
        batches.every(({ length }) => length > 0 && length <= most),
        `${count} windows`,
      )
    }
    assert.deepEqual(batchWindows([], 4, 2), [])
    const sizesOf = (count: number) => batchWindows(windowsOf(count), 4, 2).map(({ length }) => length)
    assert.deepEqual(sizesOf(8), [4, 4])
    assert.deepEqual(sizesOf(6), [3, 3])
  })

  test('of a long recording: each worker begins with one alone, so that the first words are there soon', () => {
    assert.deepEqual(
      batchWindows(windowsOf(20), 4, 2)
        .slice(0, 2)
        .map(({ length }) => length),
      [1, 1],
    )
  })
})

describe('words of a window', () => {
  const window = [segment(10_000, 12_000), segment(20_000, 21_000), segment(30_000, 33_000)]

  test('are put where their segment was said', () => {
    const placed = toRecordingTime(window, [word('a', 100, 400), word('b', 2100, 2600), word('c', 3000, 3500)])
    assert.deepEqual(placed, [word('a', 10_100, 10_400), word('b', 20_100, 20_600), word('c', 30_000, 30_500)])
  })

  test('lie in the segment of their middle, and never reach out of it', () => {
    const placed = toRecordingTime(window, [
      word('late', 1800, 2100),
      word('early', 1950, 2900),
      word('last', 5900, 9000),
    ])
    assert.deepEqual(placed, [
      word('late', 11_800, 12_000),
      word('early', 20_000, 20_900),
      word('last', 32_900, 33_000),
    ])
  })

  test('stay in order, have some length and keep apart, whatever times Whisper gives', () => {
    const placed = toRecordingTime(window, [
      word('a', 500, 500),
      word('b', 400, 450),
      word('c', 400, 300),
      word('d', 1999, 1999),
    ])
    for (const [at, { startMs, endMs }] of placed.entries()) {
      assert.ok(startMs < endMs && startMs >= (placed[at - 1]?.endMs ?? 0), JSON.stringify(placed))
    }
  })
})
