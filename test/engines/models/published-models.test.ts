import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serves } from '../../../src/domain/language.ts'
import { isFor, isLoadedBy } from '../../../src/engines/models/families.ts'
import { listInstalledModels } from '../../../src/engines/models/installed-models.ts'
import { openSherpa } from '../../../src/engines/speech/sherpa.ts'
import { convert, durationMs, speak } from '../../support/recordings.ts'

// Published models cannot be fetched everywhere: name a folder of installed ones, as the `models` of a data folder.
const folder = process.env.OSLER_TEST_MODELS ?? ''
const models = (await listInstalledModels([folder]))
  .filter(isFor('speech'))
  .filter(isLoadedBy('sherpa'))
  .filter(({ languages }) => languages.some((offered) => serves(offered, 'en')))

if (models.length === 0) {
  const skip = 'no published model is installed: OSLER_TEST_MODELS names a folder of them'
  test('a published model hears a sentence', { skip }, () => {})
}

for (const model of models) {
  test(`${model.name} hears a sentence`, { timeout: 300_000 }, async () => {
    const recording = await speak('I have had a headache for three days')
    const path = await convert(recording, 'pcm', ['-ac', '1', '-ar', '16000', '-f', 's16le'])
    const segment = { channel: 0, startMs: 0, endMs: await durationMs(recording) }
    const [recognizer] = openSherpa([model])
    assert.ok(recognizer)
    await using _ = recognizer
    const heard = recognizer.recognize(
      { channels: [path], durationMs: segment.endMs },
      [segment],
      { language: 'en', vocabulary: [] },
      new AbortController().signal,
    )
    const words = (await Array.fromAsync(heard)).flatMap((one) => one.words)
    assert.match(words.map(({ text }) => text).join(' '), /headache/i)
    assert.ok(words.every(({ startMs, endMs }) => startMs < endMs && endMs <= segment.endMs))
  })
}
