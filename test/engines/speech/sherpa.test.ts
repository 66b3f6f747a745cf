import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Term } from '../../../src/domain/vocabulary.ts'
import { listInstalledModels, readModel } from '../../../src/engines/models/installed-models.ts'
import { addPieceVocabulary } from '../../../src/engines/models/piece-vocabulary.ts'
import type { Recognizer } from '../../../src/engines/speech/recognizer.ts'
import { openSherpa } from '../../../src/engines/speech/sherpa.ts'
import { makeCtcModel, makeStreamingModel, makeTransducerModel, playTones } from '../../support/made-models.ts'
import { convert } from '../../support/recordings.ts'

describe('sherpa-onnx with made models', () => {
  let folder: string
  let pcm: string
  const opened: Recognizer[] = []
  const stop = new AbortController()

  before(async () => {
    pcm = await convert(await playTones('aspirin', 'cough', 'fever'), 'pcm', ['-f', 's16le'])
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-models-'))
  })
  after(async () => {
    for (const recognizer of opened) await recognizer[Symbol.asyncDispose]()
  })

  async function openFirst(): Promise<Recognizer> {
    const [recognizer] = openSherpa(await listInstalledModels([folder]))
    assert.ok(recognizer)
    opened.push(recognizer)
    return recognizer
  }

  async function hear(recognizer: Recognizer, vocabulary: Term[] = []) {
    const segments = [0, 1, 2].map((at) => ({ channel: 0, startMs: at * 1000, endMs: (at + 1) * 1000 + 300 }))
    const audio = { channels: [pcm], durationMs: 3500 }
    const heard = recognizer.recognize(audio, segments, { language: 'en', vocabulary }, stop.signal)
    return (await Array.fromAsync(heard)).flatMap(({ words }) => words)
  }
  const textOf = (words: { text: string }[]) => words.map(({ text }) => text).join(' ')

  test('a CTC model hears words, when they were said', async () => {
    await makeCtcModel(folder)
    const words = await hear(await openFirst())
    assert.equal(textOf(words), 'aspirin cough fever')
    for (const [at, { startMs, endMs }] of words.entries()) {
      assert.ok(Math.abs(startMs - (at * 1000 + 500)) < 50, `word ${at} begins at ${startMs} ms`)
      assert.ok(endMs > startMs)
    }
  })

  test('a streaming model hears segments, when their words were said', async () => {
    await makeStreamingModel(folder)
    const words = await hear(await openFirst())
    assert.equal(textOf(words), 'aspirin cough fever')
    for (const [at, { startMs }] of words.entries()) {
      assert.ok(Math.abs(startMs - (at * 1000 + 500)) < 150, `word ${at} begins at ${startMs} ms`)
    }
  })

  test('a transducer hears what it is told may be said, and says how sure it is', async () => {
    await makeTransducerModel(folder)
    await addPieceVocabulary(await readModel(join(folder, 'tones-transducer')))
    const recognizer = await openFirst()
    const plain = await hear(recognizer)
    assert.equal(textOf(plain), 'aspirin coff fever')
    assert.ok(plain.every(({ confidence = -1 }) => confidence > 0 && confidence <= 1))
    const vocabulary = [{ text: 'cough' }, { text: 'Ωmega' }]
    assert.equal(textOf(await hear(recognizer, vocabulary)), 'aspirin cough fever')
  })

  test('a process that is killed in the middle costs nothing but time', async () => {
    await makeCtcModel(folder)
    const recognizer = await openFirst()
    await hear(recognizer)
    const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8')
    for (const id of children.trim().split(' ')) process.kill(Number(id), 'SIGKILL')
    assert.equal(textOf(await hear(recognizer)), 'aspirin cough fever')
  })

  test('models that cannot be used are told of in a sentence, and the others serve', async () => {
    await makeCtcModel(folder, 'good')
    await writeFile(join(await makeCtcModel(folder, 'no-json'), 'model.json'), 'these are words')
    await truncate(join(await makeCtcModel(folder, 'empty'), 'model.onnx'))
    await rm(join(await makeCtcModel(folder, 'no-tokens'), 'tokens.txt'))
    const told: string[] = []
    const models = await listInstalledModels([folder], (sentence) => told.push(sentence))
    assert.deepEqual(
      models.map(({ name }) => name),
      ['good'],
    )
    assert.match(told.join('\n'), /empty cannot be used: model\.onnx is empty/)
    assert.match(told.join('\n'), /no-json cannot be used: its model\.json is not one/)
    assert.match(told.join('\n'), /no-tokens cannot be used: .* needs a file for tokens/)
  })

  test('a model that is cut off, or of another family, is found out when it is examined', async () => {
    await truncate(join(await makeCtcModel(folder, 'cut'), 'model.onnx'), 3000)
    await makeCtcModel(folder, 'other', { metadata: { model_type: 'something else' } })
    for (const recognizer of openSherpa(await listInstalledModels([folder]))) {
      opened.push(recognizer)
      await assert.rejects(recognizer.checkHealth(stop.signal), { code: 'model_damaged' }, recognizer.model)
    }
  })
})
