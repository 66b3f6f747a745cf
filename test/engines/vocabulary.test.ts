import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Term } from '../../src/domain/vocabulary.ts'
import { openPocketsphinx } from '../../src/engines/speech/pocketsphinx.ts'
import { decode } from '../../src/pipeline/decode.ts'
import { speak } from '../support/recordings.ts'

const scratch = await mkdtemp(join(tmpdir(), 'osler-vocabulary-'))
const recognizer = openPocketsphinx(1)
after(async () => {
  await recognizer[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true })
})
const { signal } = new AbortController()

async function hear(text: string, vocabulary: Term[]) {
  const audio = await decode(await speak(text), scratch, { minMs: 0, maxMs: 60_000 }, signal)
  const whole = [{ channel: 0, startMs: 0, endMs: audio.durationMs }]
  const heard = await Array.fromAsync(recognizer.recognize(audio, whole, { language: 'en', vocabulary }, signal))
  return heard.flatMap(({ words }) => words)
}
const textOf = (words: { text: string }[]) => words.map(({ text }) => text).join(' ')

test('a made-up medicine is heard once it is in the vocabulary, and printed as it stands there', async () => {
  const said = 'I take zelvarin every morning'
  assert.doesNotMatch(textOf(await hear(said, [])), /zelvarin/i)
  assert.match(textOf(await hear(said, [{ text: 'Zelvarin' }])), /take Zelvarin every/)
})

test('what is not said as it is written is heard by what it sounds like', async () => {
  const vocabulary = [{ text: 'Siobhán', soundsLike: ['shevawn'] }]
  assert.match(textOf(await hear('please call nurse shevawn today', vocabulary)), /nurse Siobhán today/)
})

test('a term of several words comes as several words, in time order', async () => {
  const words = await hear('he is on ward seven now', [{ text: 'Ward 7' }])
  const at = words.findIndex(({ text }) => text === 'Ward')
  assert.equal(words[at + 1]?.text, '7')
  assert.ok((words[at]?.endMs ?? 0) <= (words[at + 1]?.startMs ?? 0))
  assert.ok((words[at + 1]?.startMs ?? 0) < (words[at + 1]?.endMs ?? 0))
})

test('a word that is known anyway is printed as the vocabulary has it', async () => {
  assert.match(textOf(await hear('I take lisinopril every day', [{ text: 'Lisinopril' }])), /Lisinopril/)
})

test('terms that cannot be said are counted in a warning that names none of them', async () => {
  const vocabulary = [{ text: 'Иванов' }, { text: 'Zelvarin' }]
  const [warning] = await recognizer.check({ language: 'en', vocabulary })
  assert.equal(warning?.code, 'vocabulary_unheard')
  assert.match(warning?.message ?? '', /^1 of 2 /)
  assert.doesNotMatch(warning?.message ?? '', /Иванов/)
  assert.deepEqual(await recognizer.check({ language: 'en', vocabulary: [{ text: 'Zelvarin' }] }), [])
})
