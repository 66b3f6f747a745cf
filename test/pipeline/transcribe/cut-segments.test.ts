import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MAX_SEGMENT_MS } from '../../../src/domain/audio.ts'
import { cutSegments } from '../../../src/pipeline/transcribe/cut-segments.ts'

const middle = (startMs: number, endMs: number) => (startMs + endMs) / 2

test('a region gets some of the pause on both sides, but never beyond the recording', () => {
  const cut = cutSegments([{ startMs: 90, endMs: 1000 }], 1100, middle)
  assert.deepEqual(cut, [{ startMs: 0, endMs: 1100, speechStartMs: 90 }])
})

test('segments never overlap, and together hold every region', () => {
  const regions = Array.from({ length: 200 }, (_, index) => ({ startMs: index * 700, endMs: index * 700 + 500 }))
  const cut = cutSegments(regions, 140_000, middle)
  for (const [index, { startMs, endMs }] of cut.entries()) {
    assert.ok(startMs < endMs && endMs - startMs <= MAX_SEGMENT_MS)
    assert.ok(startMs >= (cut[index - 1]?.endMs ?? 0))
  }
  for (const region of regions) {
    assert.ok(cut.some(({ startMs, endMs }) => startMs <= region.startMs && region.endMs <= endMs))
  }
})

test('a region without a pause is cut where it is quietest, until every part is short enough', () => {
  const cut = cutSegments([{ startMs: 0, endMs: 100_000 }], 100_000, middle)
  assert.ok(cut.length >= 4)
  assert.ok(cut.every(({ startMs, endMs }) => endMs - startMs <= MAX_SEGMENT_MS))
})
