import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { openLlamaModel } from '../../../src/engines/notes/llama.ts'
import { ModelFailure } from '../../../src/engines/notes/model/language-model.ts'
import { openModelWriter } from '../../../src/engines/notes/model/model-writer.ts'
import { answerJsonSchema, readAnswer } from '../../../src/engines/notes/model/read-answer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { writeTinyGguf } from '../../support/tiny-gguf.ts'

const { signal } = new AbortController()
const VISIT = transcriptOf(['I have had a cough for two weeks.'])
const PACKAGE: string = 'node-llama-cpp'
const isInstalled = await import(PACKAGE).then(
  () => true,
  () => false,
)
const withPackage = { skip: isInstalled ? false : `${PACKAGE} is not installed: see docs/models.md` }

let folder = ''
let file = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'osler-gguf-'))
  file = join(folder, 'tiny.gguf')
  await writeTinyGguf(file)
})
after(() => rm(folder, { recursive: true, force: true }))

const question = (mostTokens: number) => ({
  ...{ messages: [{ role: 'user' as const, content: 'Write.' }], mostTokens },
  schema: answerJsonSchema(['subjective', 'plan']),
})

test('without the package, the built-in writer writes and the note says how to install it', {
  skip: isInstalled && `${PACKAGE} is installed`,
}, async () => {
  const note = await openModelWriter(openLlamaModel(file), openExtractive()).write(VISIT, { kind: 'soap_note' }, signal)
  assert.equal(note.writer, 'extractive')
  assert.match(note.warnings[0]?.message ?? '', /npm install node-llama-cpp@/)
})

test(
  'a GGUF file is loaded, counts its tokens, and keeps to the grammar even with random weights',
  withPackage,
  async () => {
    const model = openLlamaModel(file, 2048)
    assert.equal(await model.windowTokens(signal), 2048)
    assert.ok(model.countTokens('cough') >= 5)
    const answer = await model.ask(question(64), signal)
    assert.match(answer, /^\{\s*"sections"/)
    const whole = await model.ask({ ...question(600), schema: answerJsonSchema(['plan']) }, signal)
    assert.ok('sections' in readAnswer(whole, ['plan']) || whole.length > 300)
  },
)

test('what is too long for the window is refused, not cut', withPackage, async () => {
  const model = openLlamaModel(file, 512)
  const asked = { ...question(64), messages: [{ role: 'user' as const, content: 'word '.repeat(400) }] }
  await assert.rejects(model.ask(asked, signal), ModelFailure)
})

test('what random weights write does not pass the proof', withPackage, async () => {
  const writer = openModelWriter(openLlamaModel(file), openExtractive())
  const note = prove(await writer.write(VISIT, { kind: 'summary' }, signal), VISIT)
  const texts = note.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  assert.deepEqual(texts, note.writer === 'extractive' ? ['I have had a cough for two weeks.'] : [])
})

test('a request that is given up stops the engine', withPackage, async () => {
  const reason = new Error('given up')
  const model = openLlamaModel(file)
  await model.windowTokens(signal)
  const abort = new AbortController()
  setTimeout(() => abort.abort(reason), 30)
  await assert.rejects(model.ask(question(3000), abort.signal), reason)
})

test('a file that is not there gives the built-in note', withPackage, async () => {
  const writer = openModelWriter(openLlamaModel(join(folder, 'none.gguf')), openExtractive())
  const note = await writer.write(VISIT, { kind: 'soap_note' }, signal)
  assert.deepEqual([note.writer, note.warnings.map(({ code }) => code)], ['extractive', ['model_failed']])
})
