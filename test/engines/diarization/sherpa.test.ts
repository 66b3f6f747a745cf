import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDiarizers } from '../../../src/engines/diarization/registry.ts'
import { openSherpaDiarizer } from '../../../src/engines/diarization/sherpa.ts'
import { readModel } from '../../../src/engines/models/installed-models.ts'
import { diarize } from '../../../src/pipeline/transcribe/diarize.ts'
import { diarizerSuite, type TwoVoices } from '../../ports/diarizer.suite.ts'
import { makeVoicesModel, playVoices } from '../../support/made-models.ts'
import { convert } from '../../support/recordings.ts'

const TURNS = 8
const folder = await mkdtemp(join(tmpdir(), 'osler-test-voices-'))
after(() => rm(folder, { recursive: true, force: true }))
const model = await readModel(await makeVoicesModel(folder))

async function speak(): Promise<TwoVoices> {
  const path = await convert(await playVoices(TURNS), 'pcm', ['-f', 's16le'])
  const truth = Array.from({ length: TURNS }, (_, at) => ({
    ...{ startMs: at * 3000 + 300, endMs: at * 3000 + 2700, voice: at % 2 },
  }))
  const audio = { channels: [path], durationMs: TURNS * 3000 }
  return { audio, segments: truth.map(({ startMs, endMs }) => ({ channel: 0, startMs, endMs })), truth }
}

diarizerSuite('the diarizer by a model', () => openSherpaDiarizer(model), speak)

test('a model that cannot be loaded leaves the voices to the built-in diarizer', async () => {
  const damaged = await makeVoicesModel(folder)
  await truncate(join(damaged, 'segmentation.onnx'), 1000)
  const diarizers = await openDiarizers([await readModel(damaged)])
  await using _ = diarizers[0]
  const { audio, segments } = await speak()
  assert.equal(diarizers[0]?.name, 'sherpa')
  const split = await diarize(diarizers, audio, segments, undefined, new AbortController().signal)
  assert.deepEqual(
    split.warnings.map(({ code }) => code),
    ['speakers_split_simply'],
  )
})
