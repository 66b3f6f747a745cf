import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openSpeechFinder } from '../../src/engines/activity/registry.ts'
import { listUsableModels } from '../../src/engines/sherpa/usable-models.ts'
import { findSpeech } from '../../src/pipeline/find-speech.ts'
import { makeActivityModel, makeCtcModel, playVoices } from '../support/made-models.ts'
import { convert } from '../support/recordings.ts'

const TURNS = 12
const { signal } = new AbortController()
const folder = await mkdtemp(join(tmpdir(), 'osler-test-finder-'))
after(() => rm(folder, { recursive: true, force: true }))
const path = await convert(await playVoices(TURNS), 'pcm', ['-f', 's16le'])
const audio = { channels: [path], durationMs: TURNS * 3000 }

describe('speech that is found by a model', () => {
  test('is there only where one is installed', async () => {
    await makeCtcModel(folder)
    assert.equal(openSpeechFinder(await listUsableModels(folder)), undefined)
  })

  test('is where the model says, in files longer than a block, and the same each time', async () => {
    await makeActivityModel(folder)
    await using finder = openSpeechFinder(await listUsableModels(folder))
    assert.ok(finder)
    const spans = await finder.find(path, audio.durationMs, signal)
    assert.equal(spans.length, TURNS)
    for (const [at, { startMs, endMs }] of spans.entries()) {
      assert.ok(Math.abs(startMs - (at * 3000 + 300)) < 100, `span ${at} begins at ${startMs} ms`)
      assert.ok(Math.abs(endMs - (at * 3000 + 2700)) < 200, `span ${at} ends at ${endMs} ms`)
    }
    assert.deepEqual(await finder.find(path, audio.durationMs, signal), spans)
  })

  test('becomes the stretches that are heard; steady tones are none without it', async () => {
    await using finder = openSpeechFinder(await listUsableModels(folder))
    assert.equal((await findSpeech(audio, signal, finder)).length, TURNS)
    assert.equal((await findSpeech(audio, signal)).length, 0)
  })

  test('is found without it when the model cannot be used', async () => {
    await truncate(join(folder, 'loud-activity', 'silero_vad.onnx'), 100)
    await using finder = openSpeechFinder(await listUsableModels(folder))
    assert.ok(finder)
    await assert.rejects(finder.find(path, audio.durationMs, signal), { code: 'model_damaged' })
    assert.deepEqual(await findSpeech(audio, signal, finder), await findSpeech(audio, signal))
  })
})
