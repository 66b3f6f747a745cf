import type { Word } from '../../domain/transcript.ts'

const FRAME_MS = 10

/** A row of PocketSphinx's back-trace table: word, first and last frame, probability. */
const ROW = /^(\S+)\s+(\d+)\s+(\d+)\s+([\d.]+)\s+-?\d+\s+-?\d+\s+-?\d+\s*$/

/** `<s>`, `</s>`, `<sil>`, `[NOISE]`, `++UH++`: what was heard between words. */
const FILLER = /^[<[+]/

/** One line of the log as a word, with times from the start of the recording; undefined for every other line. */
export function parseRow(line: string, stretchStartMs: number): Word | undefined {
  const [, word = '', first, last, probability] = ROW.exec(line) ?? []
  if (word === '' || FILLER.test(word)) return undefined
  return {
    text: word.replace(/\(\d+\)$/, ''),
    startMs: stretchStartMs + Number(first) * FRAME_MS,
    endMs: stretchStartMs + (Number(last) + 1) * FRAME_MS,
    confidence: Math.min(1, Number(probability)),
  }
}
