import type { Word } from '../../domain/transcript.ts'

/** The words of a text over a time in which they were said: each gets as much of it as it has of the letters. */
export function spreadWords(text: string, startMs: number, endMs: number): Word[] {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const perLetter = (endMs - startMs) / Math.max(1, letters)
  let at = startMs
  return words.map((word) => {
    const from = at
    at += word.length * perLetter
    return { text: word, startMs: Math.round(from), endMs: Math.max(Math.round(from) + 1, Math.round(at)) }
  })
}
