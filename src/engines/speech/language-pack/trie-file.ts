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

export const MAGIC = 'Trie Language Model'
export const BINS = 65_536
/** Logarithms in the file are to this base. */
export const LOG_BASE = Math.log(1.0001)
export const PROBABILITY_BITS = 16
/** KenLM leaves room to read eight bytes at once. */
export const SPARE_BYTES = 8

export const bitsFor = (most: number) => Math.max(1, Math.ceil(Math.log2(most + 1)))
export const bytesFor = (count: number, bits: number) => Math.floor(((count + 1) * bits + 7) / 8) + SPARE_BYTES
