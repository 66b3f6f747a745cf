import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SpeakerSplitter } from '../../../src/engines/diarization/diarizer.ts'
import { splitSpeakers } from '../../../src/pipeline/transcribe/diarize.ts'

const audio = { channels: ['mixed'], durationMs: 1000 }
const stretches = [{ channel: 0, startMs: 0, endMs: 1000 }]
const { signal } = new AbortController()
const failing: SpeakerSplitter = {
  name: 'failing',
  split: () => Promise.reject(new Error('out of memory')),
  async [Symbol.asyncDispose]() {},
}

test('a splitter that fails costs a warning and nothing else', async () => {
  const { turns, warnings } = await splitSpeakers([failing], audio, stretches, undefined, signal)
  assert.deepEqual(turns, [])
  assert.equal(warnings[0]?.code, 'speakers_unsplit')
})

test('where each speaker has a channel, or only one speaks, no voices are told apart', async () => {
  const two = { ...audio, channels: ['left', 'right'] }
  assert.deepEqual((await splitSpeakers([failing], two, stretches, undefined, signal)).warnings, [])
  assert.deepEqual((await splitSpeakers([failing], audio, stretches, 1, signal)).warnings, [])
  assert.deepEqual((await splitSpeakers([failing], audio, [], undefined, signal)).warnings, [])
})

test('a run that is stopped is not a run whose speakers are unknown', async () => {
  const stop = AbortSignal.abort(new Error('stopping'))
  await assert.rejects(splitSpeakers([failing], audio, stretches, undefined, stop), /stopping/)
})
