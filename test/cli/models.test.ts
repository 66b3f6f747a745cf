import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { makeActivityModel, makeCtcModel } from '../support/made-models.ts'
import { OSLER } from '../support/osler-process.ts'
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

  /** Of the engines the one that these models are for: no other need be loaded. */
  const settings = () => ({ OSLER_DATA: join(folder, 'data'), OSLER_LOG: 'silent', OSLER_SPEECH: 'sherpa' })
  const osler = (...words: string[]) => execa(OSLER, words, { env: settings(), reject: false })

  test('a model of this machine is added, listed, verified and heard with', async () => {
    const added = await osler('models', 'add', made, '--family', 'medasr-ctc', '--languages', 'en, fr')
    assert.match(added.stdout, /The model tones is installed in .* and hears en, fr\./)
    const { stdout: listed } = await osler('models', 'list')
    assert.match(listed, /^tones +installed +en, fr/m)
    assert.match(listed, /^parakeet-tdt-0\.6b-v3 +671 MB +en, fr, es, de, it, pt and 19 more +CC-BY-4\.0/m)
    assert.match((await osler('models', 'verify')).stdout, /^tones: as it was installed\.$/m)
    const { stdout: engines } = await execa(OSLER, ['models'], { env: { ...settings(), OSLER_SPEECH: 'auto' } })
    assert.match(engines, /^task .*\nspeech +sherpa +tones +en, fr\nspeech +whisper /, 'before those of set-up')
    assert.match((await osler('doctor')).stdout, /Languages: en, fr by sherpa \(tones\)/)
    const { stdout } = await osler('listen', await speak('good morning'), '--documents', '', '--format', 'json')
    const { engine, model } = (JSON.parse(stdout) as { transcript: Record<string, string> }).transcript
    assert.deepEqual([engine, model], ['sherpa', 'tones'])
  })

  test('a model that was changed is found by verify and by doctor', async () => {
    await writeFile(join(folder, 'data/models/tones/model.onnx'), 'changed')
    const { stderr, exitCode } = await osler('models', 'verify', 'tones')
    assert.equal(exitCode, 1)
    assert.match(stderr, /model\.onnx of the model tones has changed since it was installed/)
    const { stdout } = await osler('doctor')
    assert.match(stdout, /✗ Speech: sherpa: The model tones cannot be loaded/)
  })

  test('a model that hears nothing is told by what it does, and doctor says that it is used', async () => {
    const detector = await makeActivityModel(join(folder, 'made'))
    const added = await osler('models', 'add', detector, '--family', 'activity', '--languages', 'mul')
    assert.match(added.stdout, /The model loud-activity is installed in .* and finds speech\./)
    assert.match((await osler('doctor')).stdout, /speech is found by sherpa \(loud-activity\)/)
  })

  test('a model is removed, and then there is none', async () => {
    assert.match((await osler('models', 'remove', 'tones')).stdout, /is removed/)
    const again = await osler('models', 'remove', 'tones')
    assert.deepEqual([again.exitCode, again.stderr], [1, 'There is no model tones here.'])
  })

  test('what cannot be added or pulled is refused in a sentence', async () => {
    await mkdir(join(folder, 'empty'))
    const add = (...words: string[]) => osler('models', 'add', ...words, '--languages', 'en')
    const refusals: [Promise<{ stderr: string }>, RegExp][] = [
      [add(join(folder, 'empty'), '--family', 'whisper'), /whisper needs a file for encoder/],
      [add(join(folder, 'nothing'), '--family', 'whisper'), /There is no .*nothing\./],
      [add(made, '--family', 'parrot'), /Allowed choices are/],
      [add(made, '--family', 'medasr-ctc', '--name', '../up'), /name: use lower-case letters/],
      [osler('models', 'pull', 'parrot'), /There is no model "parrot"; there are parakeet/],
    ]
    for (const [refused, message] of refusals) assert.match((await refused).stderr, message)
  })
})
