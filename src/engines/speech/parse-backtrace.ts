const FRAME_MS = 10

/** What PocketSphinx tells of a word that it heard, with times from the start of the recording. */
export interface BacktraceRow {
  text: string
  startMs: number
  endMs: number
  /** Of the word among all that it might have heard there; 0…1. */
  probability: number
  /** How many words in a row the language model knew here, this one included: 1 to 3. */
  order: number
}

/** A row of PocketSphinx's back-trace table: word, first and last frame, probability, two scores, order of the n-gram. */
const ROW = /^(\S+)\s+(\d+)\s+(\d+)\s+([\d.]+)\s+-?\d+\s+-?\d+\s+(\d+)\s*$/

/** `<s>`, `</s>`, `<sil>`, `[NOISE]`, `++UH++`: what was heard between words. */
const FILLER = /^[<[+]/

/** One line of the log as a word; undefined for every other line. */
export function parseRow(line: string, stretchStartMs: number): BacktraceRow | undefined {
  const [, word = '', first, last, probability, order] = ROW.exec(line) ?? []
  if (word === '' || FILLER.test(word)) return undefined
  return {
    text: word.replace(/\(\d+\)$/, ''),
    startMs: stretchStartMs + Number(first) * FRAME_MS,
    endMs: stretchStartMs + (Number(last) + 1) * FRAME_MS,
    probability: Math.min(1, Number(probability)),
    order: Number(order),
  }
}
