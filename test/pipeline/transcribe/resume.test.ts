import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resume, shareDone } from '../../../src/pipeline/transcribe/resume.ts'

const segment = (startMs: number, endMs: number, channel = 0) => ({ channel, startMs, endMs })

test('a run that died goes on with the segments that it had not finished', () => {
  const planned = [segment(0, 1000), segment(2000, 3000), segment(2000, 3000, 1)]
  const { done, missing } = resume(planned, [segment(2000, 3000)])
  assert.deepEqual(done, [segment(2000, 3000)])
  assert.deepEqual(missing, [segment(0, 1000), segment(2000, 3000, 1)])
})

test('segments of another plan are left out', () => {
  const { done, missing } = resume([segment(0, 1000)], [segment(0, 900)])
  assert.deepEqual([done, missing], [[], [segment(0, 1000)]])
})

test('progress is the share of time, and whole when there is nothing to recognise', () => {
  assert.equal(shareDone([segment(0, 1000), segment(1000, 4000)], [segment(1000, 4000)]), 0.75)
  assert.equal(shareDone([], []), 1)
})
