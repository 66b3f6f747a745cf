import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { makeActivityModel, makeCtcModel } from '../support/made-models.ts'
import { callOsler, OSLER } from '../support/osler-process.ts'
import { speak } from '../support/recordings.ts'

describe('models on the command line', () => {
  let folder: string
  let made: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-cli-models-'))
    await copyEmbeddedTemplate(join(folder, 'data/database'))
    made = await makeCtcModel(join(folder, 'made'), 'tones')
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const call = async (...calls: string[][]) => {
    // Of the engines the one that these models are for: no other need be loaded.
    const env = { OSLER_DATA: join(folder, 'data'), OSLER_LOG: 'silent', OSLER_SPEECH: 'sherpa' }
    return (await callOsler(env, ...calls)).map(({ printed, exitCode }) => ({ printed: printed.trim(), exitCode }))
  }

  test('a model of this machine is added, listed, verified and heard with', async () => {
    const [added, listed, verified, doctor, heard] = await call(
      ['models', 'add', made, '--family', 'medasr-ctc', '--languages', 'en, fr'],
      ['models', 'list'],
      ['models', 'verify'],
      ['doctor'],
      ['listen', await speak('good morning'), '--documents', '', '--format', 'json'],
    )
    assert.match(added?.printed ?? '', /The model tones is installed in .* and hears en, fr\./)
    assert.match(listed?.printed ?? '', /^tones +installed +en, fr/m)
    const parakeet = /^parakeet-tdt-0\.6b-v3 +671 MB +en, fr, es, de, it, pt and 19 more +CC-BY-4\.0/m
    assert.match(listed?.printed ?? '', parakeet)
    assert.match(verified?.printed ?? '', /^tones: as it was installed\.$/m)
    assert.match(doctor?.printed ?? '', /Languages: en, fr by sherpa \(tones\)/)
    const { engine, model } = (JSON.parse(heard?.printed ?? '') as { transcript: Record<string, string> }).transcript
    assert.deepEqual([engine, model], ['sherpa', 'tones'])
  })

  test('a model that was added comes before those of set-up', async () => {
    const { stdout } = await execa(OSLER, ['models'], { env: { OSLER_DATA: join(folder, 'data') } })
    assert.match(stdout, /^task .*\nspeech +sherpa +tones +en, fr\nspeech +whisper /)
  })

  test('a model that was changed is found by verify and by doctor', async () => {
    await writeFile(join(folder, 'data/models/tones/model.onnx'), 'changed')
    const [verified, doctor] = await call(['models', 'verify', 'tones'], ['doctor'])
    assert.equal(verified?.exitCode, 1)
    assert.match(verified?.printed ?? '', /model\.onnx of the model tones has changed since it was installed/)
    assert.match(doctor?.printed ?? '', /✗ Speech: sherpa: The model tones cannot be loaded/)
  })

  test('a model that hears nothing is told by what it does, and doctor says that it is used', async () => {
    const detector = await makeActivityModel(join(folder, 'made'))
    const add = ['models', 'add', detector, '--family', 'activity', '--languages', 'mul']
    const [added, doctor] = await call(add, ['doctor'])
    assert.match(added?.printed ?? '', /The model loud-activity is installed in .* and finds speech\./)
    assert.match(doctor?.printed ?? '', /speech is found by sherpa \(loud-activity\)/)
  })

  test('a model is removed, and then there is none', async () => {
    const [removed, again] = await call(['models', 'remove', 'tones'], ['models', 'remove', 'tones'])
    assert.match(removed?.printed ?? '', /is removed/)
    assert.deepEqual(again, { exitCode: 1, printed: 'There is no model tones here.' })
  })

  test('what cannot be added or pulled is refused in a sentence', async () => {
    await mkdir(join(folder, 'empty'))
    const add = (...words: string[]) => ['models', 'add', ...words, '--languages', 'en']
    const refusals: [string[], RegExp][] = [
      [add(join(folder, 'empty'), '--family', 'whisper'), /whisper needs a file for encoder/],
      [add(join(folder, 'nothing'), '--family', 'whisper'), /There is no .*nothing\./],
      [add(made, '--family', 'parrot'), /Allowed choices are/],
      [add(made, '--family', 'medasr-ctc', '--name', '../up'), /name: use lower-case letters/],
      [['models', 'pull', 'parrot'], /There is no model "parrot"; there are parakeet/],
    ]
    const refused = await call(...refusals.map(([words]) => words))
    for (const [at, [, message]] of refusals.entries()) {
      assert.match(refused[at]?.printed ?? '', message)
      assert.ok(refused[at]?.exitCode)
    }
  })
})
