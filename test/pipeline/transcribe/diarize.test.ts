import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Diarizer } from '../../../src/engines/diarization/diarizer.ts'
import { diarize } from '../../../src/pipeline/transcribe/diarize.ts'

const audio = { channels: ['mixed'], durationMs: 1000 }
const segments = [{ channel: 0, startMs: 0, endMs: 1000 }]
const { signal } = new AbortController()
const failing: Diarizer = {
  name: 'failing',
  model: 'failing',
  async checkHealth() {},
  diarize: () => Promise.reject(new Error('out of memory')),
  async [Symbol.asyncDispose]() {},
}

test('a diarizer that fails costs a warning and nothing else', async () => {
  const { turns, warnings } = await diarize([failing], audio, segments, undefined, signal)
  assert.deepEqual(turns, [])
  assert.equal(warnings[0]?.code, 'speakers_unsplit')
})

test('where each speaker has a channel, or only one speaks, no voices are told apart', async () => {
  const two = { ...audio, channels: ['left', 'right'] }
  assert.deepEqual((await diarize([failing], two, segments, undefined, signal)).warnings, [])
  assert.deepEqual((await diarize([failing], audio, segments, 1, signal)).warnings, [])
  assert.deepEqual((await diarize([failing], audio, [], undefined, signal)).warnings, [])
})

test('a run that is stopped is not a run whose speakers are unknown', async () => {
  const stop = AbortSignal.abort(new Error('stopping'))
  await assert.rejects(diarize([failing], audio, segments, undefined, stop), /stopping/)
})
