import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isLlamaInstalled, LLAMA_FOLDER } from '../../../src/engines/models/llama-engine.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { openLlamaModel } from '../../../src/engines/notes/llama.ts'
import { ModelFailure } from '../../../src/engines/notes/model/language-model.ts'
import { openModelWriter } from '../../../src/engines/notes/model/model-writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { writeTinyGguf } from '../../support/tiny-gguf.ts'

const { signal } = new AbortController()
const VISIT = transcriptOf(['I have had a cough for two weeks.'])
const withEngine = { skip: isLlamaInstalled() ? false : 'the engine is not installed: `osler models pull llama`' }

let folder = ''
let file = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'osler-gguf-'))
  file = join(folder, 'tiny.gguf')
  await writeTinyGguf(file)
})
after(() => rm(folder, { recursive: true, force: true }))

const openModel = (path = file, windowTokens?: number) =>
  openLlamaModel({ file: path, folder: LLAMA_FOLDER, windowTokens })

test('without the engine the built-in writer writes, and the note says how to install it', async () => {
  const model = openLlamaModel({ file, folder: join(folder, 'nothing') })
  const note = await openModelWriter(model, openExtractive()).write(VISIT, { kind: 'soap_note' }, signal)
  assert.equal(note.writer, 'extractive')
  assert.match(note.warnings[0]?.message ?? '', /osler models pull llama/)
})

for (const [what, content, reason] of [
  ['a file that is not there', undefined, /there is no such file/],
  ['a file of another sort', 'PK and more', /it is no GGUF file/],
] as const)
  test(`${what} gives the built-in note, with what is wrong`, async () => {
    const path = join(folder, 'other.gguf')
    if (content) await writeFile(path, content)
    const note = await openModelWriter(openModel(path), openExtractive()).write(VISIT, { kind: 'soap_note' }, signal)
    assert.deepEqual([note.writer, note.warnings.map(({ code }) => code)], ['extractive', ['model_failed']])
    assert.match(note.warnings[0]?.message ?? '', reason)
  })

test('a damaged file is refused with what the engine says of it', withEngine, async () => {
  const path = join(folder, 'damaged.gguf')
  await writeFile(path, `GGUF\x03${'\0'.repeat(100)}`)
  await assert.rejects(openModel(path).checkHealth(signal), /could not be loaded from OSLER_NOTES_MODEL: \w/)
})

test('a GGUF file is loaded, counts its tokens, and answers piece by piece', withEngine, async () => {
  await using model = openModel(file, 2048)
  assert.equal(await model.windowTokens(signal), 2048)
  assert.ok(model.countTokens('cough') >= 5)
  const pieces: string[] = []
  const ending = await model.ask({ prompt: 'Write.', mostTokens: 64 }, (text) => pieces.push(text), signal)
  assert.equal(ending, 'cut')
  assert.ok(pieces.length > 1)
})

test('what is too long for the window is refused, not cut', withEngine, async () => {
  await using model = openModel(file, 512)
  const asked = { prompt: 'word '.repeat(400), mostTokens: 64 }
  await assert.rejects(
    model.ask(asked, () => {}, signal),
    ModelFailure,
  )
})

test('what random weights write does not pass the proof', withEngine, async () => {
  await using model = openModel()
  const written = await openModelWriter(model, openExtractive(), 20).write(VISIT, { kind: 'summary' }, signal)
  const texts = prove(written, VISIT).sections.flatMap(({ statements }) => statements.map(({ text }) => text))
  assert.ok(
    texts.every((text) => /cough/.test(text)),
    texts.join(),
  )
})

test('a request that is given up stops the engine', withEngine, async () => {
  const reason = new Error('given up')
  await using model = openModel()
  await model.windowTokens(signal)
  const abort = new AbortController()
  setTimeout(() => abort.abort(reason), 30)
  await assert.rejects(
    model.ask({ prompt: 'Write.', mostTokens: 3000 }, () => {}, abort.signal),
    reason,
  )
})
