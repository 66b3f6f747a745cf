import type { Meaning } from './passage.ts'

/** What a statement says and its evidence does not, and by which words it says it. */
export interface Missing {
  fault: 'number' | 'medicine' | 'side' | 'finding'
  words: string
}

/** The words of something that a sentence says. */
export const wordsIn = ({ passage: { words }, start, end }: Meaning) =>
  words
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ')
