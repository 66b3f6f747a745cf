import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openClassModel } from '../../src/engines/speech/language-pack/class-model.ts'
import { countText, END, START } from '../../src/engines/speech/language-pack/count-text.ts'
import { packCounts, readCounts, wordsOfCounts } from '../../src/engines/speech/language-pack/counts-file.ts'
import { mixModels } from '../../src/engines/speech/language-pack/mix-models.ts'
import { readTrigramModel } from '../../src/engines/speech/language-pack/read-trie.ts'
import { openTextModel } from '../../src/engines/speech/language-pack/text-model.ts'
import type { TrigramModel } from '../../src/engines/speech/language-pack/trie-file.ts'
import { writeTrigramModel } from '../../src/engines/speech/language-pack/write-trie.ts'

const textOf = (sentences: readonly string[]) => sentences.map((sentence) => sentence.split(' '))
const modelOf = (words: readonly string[], sentences: readonly string[]) => {
  const counts = countText(textOf(sentences), words)
  return { counts, model: openTextModel(counts, [...words.keys()]) }
}

const GENERAL_WORDS = [END, START, 'dog', 'have', 'i', 'pain', 'the', 'walk']
const WORDS = [END, START, 'have', 'i', 'metformin', 'pain', 'take', 'the']
const NOTHING: TrigramModel = {
  words: GENERAL_WORDS,
  unigrams: {
    probability: new Float32Array(GENERAL_WORDS.length).fill(Math.log(1 / GENERAL_WORDS.length)),
    backoff: new Float32Array(GENERAL_WORDS.length),
    first: new Uint32Array(GENERAL_WORDS.length + 1),
  },
  bigrams: {
    before: new Uint32Array(),
    probability: new Float32Array(),
    backoff: new Float32Array(),
    first: new Uint32Array(1),
  },
  trigrams: { before: new Uint32Array(), probability: new Float32Array() },
}
const general = mixModels(NOTHING, modelOf(GENERAL_WORDS, ['i walk the dog', 'i have the dog', 'the pain']), 0.9)
const own = modelOf(WORDS, ['i take metformin', 'i take the metformin', 'i have pain'])
const mixed = mixModels(general, own, 0.5)

/** The chance of a word behind another, with what the model leaves to its back-off. */
function chanceOf({ words, unigrams, bigrams }: TrigramModel, word: string, before: string): number {
  const [id, back] = [words.indexOf(word), words.indexOf(before)]
  for (let at = unigrams.first[id] ?? 0; at < (unigrams.first[id + 1] ?? 0); at++) {
    if (bigrams.before[at] === back) return Math.exp(bigrams.probability[at] ?? 0)
  }
  return Math.exp((unigrams.backoff[back] ?? 0) + (unigrams.probability[id] ?? 0))
}

test('all chances of a mixture behind a word sum to one', () => {
  for (const before of ['i', 'take', 'the', START]) {
    const sum = WORDS.reduce((total, word) => total + chanceOf(mixed, word, before), 0)
    assert.ok(Math.abs(sum - 1) < 1e-4, `${before}: ${sum}`)
  }
})

test('a mixture knows what each side knew, and forgets words that are not wanted', () => {
  assert.ok(chanceOf(mixed, 'metformin', 'take') > chanceOf(mixed, 'pain', 'take'))
  assert.ok(chanceOf(mixed, 'pain', 'the') > chanceOf(mixModels(general, own, 0.99), 'pain', 'the'))
  assert.ok(!mixed.words.includes('dog'))
})

test('a medicine that nobody named stands where others do, and what follows them follows it', () => {
  const words = [END, START, 'daily', 'i', 'lisinopril', 'metformin', 'pain', 'take', 'the']
  const said = textOf(['i take metformin daily', 'i take metformin daily', 'i take metformin daily', 'the pain'])
  const medicines = new Set([words.indexOf('lisinopril'), words.indexOf('metformin')])
  const shared = mixModels(NOTHING, openClassModel(countText(said, words), [...words.keys()], medicines), 0.9)
  assert.ok(chanceOf(shared, 'lisinopril', 'take') > 2 * chanceOf(shared, 'lisinopril', 'the'))
  assert.ok(chanceOf(shared, 'metformin', 'take') > chanceOf(shared, 'lisinopril', 'take'))
  assert.ok(chanceOf(shared, 'daily', 'lisinopril') > chanceOf(shared, 'daily', 'pain'))
  for (const before of ['take', 'lisinopril', START]) {
    const sum = words.reduce((total, word) => total + chanceOf(shared, word, before), 0)
    assert.ok(Math.abs(sum - 1) < 1e-3, `${before}: ${sum}`)
  }
})

test('a model is read as it was written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-pack-'))
  const path = join(folder, 'mixed.lm.bin')
  await writeTrigramModel(path, mixed)
  const read = await readTrigramModel(path)
  await rm(folder, { recursive: true })
  assert.deepEqual(read.words, mixed.words)
  assert.deepEqual([...read.unigrams.first], [...mixed.unigrams.first])
  assert.deepEqual([...read.bigrams.before], [...mixed.bigrams.before])
  assert.deepEqual([...read.bigrams.first], [...mixed.bigrams.first])
  assert.deepEqual([...read.trigrams.before], [...mixed.trigrams.before])
  for (const [at, value] of read.trigrams.probability.entries()) {
    assert.ok(Math.abs(value - (mixed.trigrams.probability[at] ?? 0)) < 1e-3)
  }
})

test('what is no such model is refused with its path', async () => {
  await assert.rejects(readTrigramModel(import.meta.filename), /language-pack\.test\.ts is no trigram model/)
})

test('counts are read as they were packed, and rows with words that nobody can say are left out', () => {
  const counts = countText(textOf(['i take metformin', 'i take it']), [END, START, 'i', 'it', 'metformin', 'take'])
  const packed = packCounts(counts)
  assert.deepEqual(readCounts(packed, counts.words), counts)
  assert.deepEqual(wordsOfCounts(packed), counts.words)
  const fewer = readCounts(packed, [END, START, 'i', 'take'])
  assert.deepEqual([fewer.pairs.size, fewer.triples.size], [2, 1])
})
