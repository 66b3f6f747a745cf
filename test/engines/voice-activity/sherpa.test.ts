import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readModel } from '../../../src/engines/models/installed-models.ts'
import type { InstalledModel } from '../../../src/engines/models/model.ts'
import { openPythons } from '../../../src/engines/runtime/python/open-pythons.ts'
import { openDetectors } from '../../../src/engines/voice-activity/registry.ts'
import { openSherpaDetector } from '../../../src/engines/voice-activity/sherpa.ts'
import { openWebrtc } from '../../../src/engines/voice-activity/webrtc.ts'
import { detectSpeech } from '../../../src/pipeline/transcribe/detect-speech.ts'
import { detectorSuite } from '../../ports/detector.suite.ts'
import { makeActivityModel, playVoices } from '../../support/made-models.ts'
import { convert } from '../../support/recordings.ts'

const TURNS = 12
const { signal } = new AbortController()
const folder = await mkdtemp(join(tmpdir(), 'osler-test-finder-'))
after(() => rm(folder, { recursive: true, force: true }))
const path = await convert(await playVoices(TURNS), 'pcm', ['-f', 's16le'])
const audio = { channels: [path], durationMs: TURNS * 3000 }
const turns = Array.from({ length: TURNS }, (_, at) => ({ startMs: at * 3000 + 300, endMs: at * 3000 + 2700 }))
const model = await readModel(await makeActivityModel(folder))

detectorSuite('the finder by a model', openSherpaDetector(model), async () => ({
  ...{ path, durationMs: audio.durationMs, turns },
}))

describe('speech that is found by a model', () => {
  const python = openPythons('cpu')()

  test('comes before what set-up brought, and that before what needs nothing', async () => {
    const namesOf = async (models: InstalledModel[]) =>
      (await openDetectors({ models, python })).map(({ name }) => name)
    assert.deepEqual(await namesOf([model]), ['sherpa', 'silero', 'webrtc'])
    assert.deepEqual(await namesOf([]), ['silero', 'webrtc'])
  })

  test('becomes the segments that are heard; steady tones are none without it', async () => {
    await using detector = openSherpaDetector(model)
    assert.equal((await detectSpeech(audio, [detector], signal)).segments.length, TURNS)
    assert.deepEqual(await detectSpeech(audio, [openWebrtc()], signal), { segments: [], warnings: [] })
  })

  test('is found in a simpler way when the model cannot be used, and the transcript says so', async () => {
    await truncate(join(folder, 'loud-activity', 'silero_vad.onnx'), 100)
    await using detector = openSherpaDetector(model)
    await assert.rejects(detector.detect(path, audio.durationMs, signal), { code: 'model_damaged' })
    const { segments, warnings } = await detectSpeech(audio, [detector, openWebrtc()], signal)
    assert.deepEqual(segments, [])
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['speech_found_simply'],
    )
  })
})
