import { writeFile } from 'node:fs/promises'
import { BINS, bitsFor, bytesFor, LOG_BASE, MAGIC, PROBABILITY_BITS, type TrigramModel } from './trie-file.ts'

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
