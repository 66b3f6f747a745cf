import { gunzipSync, gzipSync } from 'node:zlib'
import { inOrder, openRows, packRows } from '../number-rows.ts'
import { pairKey, restOf, type TextCounts, tripleKey, wordOf } from './count-text.ts'

/**
 * Counts as they are shipped: a line of JSON with the words, then the pairs and the triples, each as the distance of its
 * key from the one before and its count, seven bits a byte, all of it gzipped.
 */
export function packCounts({ words, pairs, triples }: TextCounts): Buffer {
  const head = Buffer.from(`${JSON.stringify({ words, pairs: pairs.size, triples: triples.size })}\n`)
  return gzipSync(Buffer.concat([head, packRows(inOrder(pairs)), packRows(inOrder(triples))]), { level: 9 })
}

/** Reads shipped counts, over the words of a mixture; rows with a word that is not among those are left out. */
export function readCounts(file: Buffer, words: readonly string[]): TextCounts {
  const bytes = gunzipSync(file)
  const end = bytes.indexOf('\n')
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as { words: string[]; pairs: number; triples: number }
  const ids = new Map(words.map((word, id) => [word, id]))
  const ours = head.words.map((word) => ids.get(word) ?? -1)
  const rows = openRows(bytes, end + 1)
  const pairs = new Map<number, number>()
  for (const [key, count] of rows(head.pairs)) {
    const row = [restOf(key), wordOf(key)].map((id) => ours[id] ?? -1)
    if (row.every((id) => id >= 0)) pairs.set(pairKey(row[0] as number, row[1] as number), count)
  }
  const triples = new Map<number, number>()
  for (const [key, count] of rows(head.triples)) {
    const row = [restOf(restOf(key)), wordOf(restOf(key)), wordOf(key)].map((id) => ours[id] ?? -1)
    if (row.every((id) => id >= 0)) {
      triples.set(tripleKey(row[0] as number, row[1] as number, row[2] as number), count)
    }
  }
  return { words: [...words], pairs, triples }
}

/** The words that shipped counts know. */
export function wordsOfCounts(file: Buffer): string[] {
  const bytes = gunzipSync(file)
  return (JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n'))) as { words: string[] }).words
}
