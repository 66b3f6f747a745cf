import { readFile } from 'node:fs/promises'
import { BINS, bitsFor, bytesFor, LOG_BASE, MAGIC, PROBABILITY_BITS, type TrigramModel } from './trie-file.ts'

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
