import { EVALUATION } from '../evaluation/folder.ts'

export interface Errors {
  errors: number
  words: number
}

/** The evaluation's scorer: fillers left out, contractions opened, numbers digit by digit; made for English. */
interface Scorer {
  wer(reference: string, heard: string): Errors
  words(text: string): string[]
}

const scorer: Scorer = await import(new URL('score/wer.mjs', EVALUATION).href)

/** Word errors of what was heard, and how many words were said. */
export const countErrors = (reference: string, heard: string): Errors => scorer.wer(reference, heard)

/** The words of a text as they are compared. */
export const comparable = (text: string): string[] => scorer.words(text)
