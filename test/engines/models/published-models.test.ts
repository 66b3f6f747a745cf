import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { serves } from '../../../src/domain/language.ts'
import { isFor } from '../../../src/engines/models/families.ts'
import { listInstalledModels } from '../../../src/engines/models/installed-models.ts'
import { listModels } from '../../../src/engines/models/model-folders.ts'
import { openPythons } from '../../../src/engines/runtime/python/open-pythons.ts'
import { openRecognizers } from '../../../src/engines/speech/registry.ts'
import { convert, durationMs, speak } from '../../support/recordings.ts'

// Those that set-up brought. OSLER_TEST_MODELS may name a folder with more, as the `models` of a data folder.
const folder = process.env.OSLER_TEST_MODELS
const models = [...(await listModels('')), ...(folder ? await listInstalledModels([folder]) : [])]
const server = { urls: [], languages: [], atOnce: 1 }
const place = { models: models.filter(isFor('speech')), server, pythonFor: openPythons('cpu') }
const recognizers = (await openRecognizers('auto', place, 'none')).filter(({ languages }) =>
  languages.some((offered) => serves(offered, 'en')),
)
after(async () => {
  for (const recognizer of recognizers) await recognizer[Symbol.asyncDispose]()
})

test('set-up has brought a model that hears English', () => {
  assert.ok(recognizers.length > 0, 'run sh tools/setup.sh test')
})

for (const recognizer of recognizers) {
  test(`${recognizer.model} hears a sentence`, { timeout: 300_000 }, async () => {
    const recording = await speak('I have had a headache for three days')
    const path = await convert(recording, 'pcm', ['-ac', '1', '-ar', '16000', '-f', 's16le'])
    const segment = { channel: 0, startMs: 0, endMs: await durationMs(recording) }
    const audio = { channels: [path], durationMs: segment.endMs }
    const { signal } = new AbortController()
    const heard = recognizer.recognize(audio, [segment], { language: 'en', vocabulary: [] }, signal)
    const words = (await Array.fromAsync(heard)).flatMap((one) => one.words)
    assert.match(words.map(({ text }) => text).join(' '), /headache/i)
    assert.ok(words.every(({ startMs, endMs }) => startMs < endMs && endMs <= segment.endMs))
  })
}
