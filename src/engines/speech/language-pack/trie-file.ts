import { readFile, writeFile } from 'node:fs/promises'

/**
 * A trigram model as PocketSphinx keeps it on disk ("Trie Language Model", sphinxbase's `lm_trie.c`, which follows
 * KenLM): n-grams are found from their last word backwards. Probabilities are natural logarithms here.
 */
export interface TrigramModel {
  words: string[]
  /** By word: its probability and its back-off, and where its bigrams begin; one entry more than words. */
  unigrams: { probability: Float32Array; backoff: Float32Array; first: Uint32Array }
  /** Sorted by last word, then by the word before it. */
  bigrams: { before: Uint32Array; probability: Float32Array; backoff: Float32Array; first: Uint32Array }
  /** Sorted by bigram (its last two words), then by the first word. */
  trigrams: { before: Uint32Array; probability: Float32Array }
}

const MAGIC = 'Trie Language Model'
const BINS = 65_536
/** Logarithms in the file are to this base. */
const LOG_BASE = Math.log(1.0001)
const PROBABILITY_BITS = 16
/** KenLM leaves room to read eight bytes at once. */
const SPARE_BYTES = 8

const bitsFor = (most: number) => Math.max(1, Math.ceil(Math.log2(most + 1)))
const bytesFor = (count: number, bits: number) => Math.floor(((count + 1) * bits + 7) / 8) + SPARE_BYTES

/** Reads a model from its file. Throws when the file is none of order three. */
export async function readTrigramModel(path: string): Promise<TrigramModel> {
  const file = await readFile(path)
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC || file[MAGIC.length] !== 3) {
    throw new Error(`${path} is no trigram model of PocketSphinx.`)
  }
  let at = MAGIC.length + 1
  const [words = 0, pairs = 0, triples = 0] = [0, 4, 8].map((offset) => file.readUInt32LE(at + offset))
  at += 16
  const tables = [0, 1, 2].map((index) => readFloats(file, at + index * BINS * 4, BINS))
  at += 3 * BINS * 4
  const unigrams = readUnigrams(file, at, words)
  at += (words + 1) * 12
  const wordBits = bitsFor(words)
  const firstBits = bitsFor(triples)
  const pairBits = wordBits + 2 * PROBABILITY_BITS + firstBits
  const bigrams = readBigrams(file.subarray(at), pairs, wordBits, firstBits, tables)
  at += bytesFor(pairs, pairBits)
  const tripleBits = wordBits + PROBABILITY_BITS
  const trigrams = readTrigrams(file.subarray(at), triples, wordBits, tables[2] as Float32Array)
  at += bytesFor(triples, tripleBits)
  const names = file
    .toString('utf8', at + 4)
    .split('\0')
    .slice(0, words)
  return { words: names, unigrams, bigrams, trigrams }
}

function readFloats(file: Buffer, at: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => file.readFloatLE(at + index * 4) * LOG_BASE)
}

function readUnigrams(file: Buffer, at: number, count: number): TrigramModel['unigrams'] {
  const probability = new Float32Array(count)
  const backoff = new Float32Array(count)
  const first = new Uint32Array(count + 1)
  for (let word = 0; word <= count; word++) {
    const entry = at + word * 12
    if (word < count) probability[word] = file.readFloatLE(entry) * LOG_BASE
    if (word < count) backoff[word] = file.readFloatLE(entry + 4) * LOG_BASE
    first[word] = file.readUInt32LE(entry + 8)
  }
  return { probability, backoff, first }
}

/** Reads up to 24 bits from any bit on. */
function readBits(bytes: Buffer, bit: number, length: number): number {
  return (bytes.readUInt32LE(bit >>> 3) >>> (bit & 7)) & ((1 << length) - 1)
}

function readBigrams(
  bytes: Buffer,
  count: number,
  wordBits: number,
  firstBits: number,
  tables: Float32Array[],
): TrigramModel['bigrams'] {
  const [probabilities = new Float32Array(), backoffs = new Float32Array()] = tables
  const width = wordBits + 2 * PROBABILITY_BITS + firstBits
  const before = new Uint32Array(count)
  const probability = new Float32Array(count)
  const backoff = new Float32Array(count)
  const first = new Uint32Array(count + 1)
  for (let index = 0; index <= count; index++) {
    const bit = index * width
    const behindWord = bit + wordBits
    first[index] = readBits(bytes, behindWord + 2 * PROBABILITY_BITS, firstBits)
    if (index === count) break
    before[index] = readBits(bytes, bit, wordBits)
    backoff[index] = backoffs[readBits(bytes, behindWord, PROBABILITY_BITS)] ?? 0
    probability[index] = probabilities[readBits(bytes, behindWord + PROBABILITY_BITS, PROBABILITY_BITS)] ?? 0
  }
  return { before, probability, backoff, first }
}

function readTrigrams(bytes: Buffer, count: number, wordBits: number, table: Float32Array): TrigramModel['trigrams'] {
  const width = wordBits + PROBABILITY_BITS
  const before = new Uint32Array(count)
  const probability = new Float32Array(count)
  for (let index = 0; index < count; index++) {
    before[index] = readBits(bytes, index * width, wordBits)
    probability[index] = table[readBits(bytes, index * width + wordBits, PROBABILITY_BITS)] ?? 0
  }
  return { before, probability }
}

/** Writes a model as its file. */
export async function writeTrigramModel(path: string, model: TrigramModel): Promise<void> {
  const { words, unigrams, bigrams, trigrams } = model
  const counts = [words.length, bigrams.before.length, trigrams.before.length]
  const head = Buffer.alloc(MAGIC.length + 1 + 16)
  head.write(MAGIC, 'latin1')
  head[MAGIC.length] = 3
  for (const [index, count] of [...counts, 1].entries()) head.writeUInt32LE(count, MAGIC.length + 1 + index * 4)
  const tables = [bigrams.probability, bigrams.backoff, trigrams.probability].map(tableOf)
  const names = Buffer.from(words.map((word) => `${word}\0`).join(''))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(names.length)
  const parts = [
    head,
    ...tables.map(packFloats),
    packUnigrams(unigrams),
    packBigrams(model, tables),
    packTrigrams(model, tables),
  ]
  await writeFile(path, Buffer.concat([...parts, length, names]))
}

/** 65,536 values that stand for all, each the mean of as many as any other stands for (KenLM's quantisation). */
function tableOf(values: Float32Array): Float32Array {
  const sorted = Float32Array.from(values).sort()
  const table = new Float32Array(BINS)
  for (let bin = 0; bin < BINS; bin++) {
    const start = Math.floor((sorted.length * bin) / BINS)
    const end = Math.max(start + 1, Math.floor((sorted.length * (bin + 1)) / BINS))
    let sum = 0
    for (let at = start; at < end; at++) sum += sorted[Math.min(at, sorted.length - 1)] ?? 0
    table[bin] = sum / (end - start)
  }
  return table
}

/** The bin whose value is nearest. */
function binOf(table: Float32Array, value: number): number {
  let [low, high] = [0, table.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  const isBelowNearer = low > 0 && value - (table[low - 1] ?? 0) < (table[low] ?? 0) - value
  return isBelowNearer ? low - 1 : low
}

function packFloats(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value / LOG_BASE, index * 4)
  return bytes
}

function packUnigrams({ probability, backoff, first }: TrigramModel['unigrams']): Buffer {
  const bytes = Buffer.alloc(first.length * 12)
  for (let word = 0; word < first.length; word++) {
    bytes.writeFloatLE((probability[word] ?? 0) / LOG_BASE, word * 12)
    bytes.writeFloatLE((backoff[word] ?? 0) / LOG_BASE, word * 12 + 4)
    bytes.writeUInt32LE(first[word] ?? 0, word * 12 + 8)
  }
  return bytes
}

/** Adds up to 24 bits from any bit on; the place must be empty. */
function writeBits(bytes: Buffer, bit: number, value: number): void {
  const place = bit >>> 3
  const shifted = value * 2 ** (bit & 7)
  const sum = bytes.readUInt32LE(place) + shifted
  bytes.writeUInt32LE(sum >>> 0, place)
}

function packBigrams({ words, bigrams, trigrams }: TrigramModel, [probabilities, backoffs]: Float32Array[]): Buffer {
  const wordBits = bitsFor(words.length)
  const firstBits = bitsFor(trigrams.before.length)
  const width = wordBits + 2 * PROBABILITY_BITS + firstBits
  const count = bigrams.before.length
  const bytes = Buffer.alloc(bytesFor(count, width))
  for (let index = 0; index <= count; index++) {
    const bit = index * width
    const behindWord = bit + wordBits
    writeBits(bytes, behindWord + 2 * PROBABILITY_BITS, bigrams.first[index] ?? 0)
    if (index === count) break
    writeBits(bytes, bit, bigrams.before[index] ?? 0)
    writeBits(bytes, behindWord, binOf(backoffs as Float32Array, bigrams.backoff[index] ?? 0))
    writeBits(
      bytes,
      behindWord + PROBABILITY_BITS,
      binOf(probabilities as Float32Array, bigrams.probability[index] ?? 0),
    )
  }
  return bytes
}

function packTrigrams({ words, trigrams }: TrigramModel, tables: Float32Array[]): Buffer {
  const wordBits = bitsFor(words.length)
  const width = wordBits + PROBABILITY_BITS
  const bytes = Buffer.alloc(bytesFor(trigrams.before.length, width))
  for (let index = 0; index < trigrams.before.length; index++) {
    writeBits(bytes, index * width, trigrams.before[index] ?? 0)
    writeBits(bytes, index * width + wordBits, binOf(tables[2] as Float32Array, trigrams.probability[index] ?? 0))
  }
  return bytes
}
