import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resume, shareDone } from '../../../src/pipeline/transcribe/resume.ts'

const stretch = (startMs: number, endMs: number, channel = 0) => ({ channel, startMs, endMs })

test('a run that died goes on with the stretches that it had not finished', () => {
  const planned = [stretch(0, 1000), stretch(2000, 3000), stretch(2000, 3000, 1)]
  const { done, missing } = resume(planned, [stretch(2000, 3000)])
  assert.deepEqual(done, [stretch(2000, 3000)])
  assert.deepEqual(missing, [stretch(0, 1000), stretch(2000, 3000, 1)])
})

test('stretches of another plan are left out', () => {
  const { done, missing } = resume([stretch(0, 1000)], [stretch(0, 900)])
  assert.deepEqual([done, missing], [[], [stretch(0, 1000)]])
})

test('progress is the share of time, and whole when there is nothing to recognise', () => {
  assert.equal(shareDone([stretch(0, 1000), stretch(1000, 4000)], [stretch(1000, 4000)]), 0.75)
  assert.equal(shareDone([], []), 1)
})
