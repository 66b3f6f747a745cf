import { isNumber, plainWords } from './words.ts'

const SPLIT_CONTRACTION = /\s+(n['’]t|['’](?:s|m|re|ve|ll|d)|na)(?=\s|$|[.,?!])/gi

/** A text with its contractions in one piece: some transcripts write "do n't", "it 's", "gon na". */
const joinContractions = (text: string) => text.replace(SPLIT_CONTRACTION, '$1')

/**
 * The words of a text as the learned tables know them: lower case, without apostrophes and hyphens, numbers in digits or
 * in words all `#`, so that recognized, typed and tokenized transcripts give the same words.
 */
export function learnedWords(text: string): string[] {
  const words = plainWords(joinContractions(text).replaceAll(/[-/]/g, ' '))
  return words.map((word) => (isNumber(word) ? '#' : word.replaceAll("'", '')))
}

/** Each word, and each with its neighbor: `chest`, `pain`, `chest pain`. */
export function wordFeatures(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]
}
