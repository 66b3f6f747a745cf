import type { Word } from '../../../domain/transcript.ts'
import type { RecognizedSegment } from '../recognizer.ts'

/**
 * Whisper passes over what is in another language than the rest of a window, and now and then over a sentence: what is
 * left then are segments without words, gaps in them, and words longer than anybody says them. A segment has half a second
 * of silence at either end.
 */
const LEAST_MUTE_MS = 2_000
const LONGEST_WORD_MS = 2_000
const LONGEST_GAP_MS = 1_200
/**
 * From where the detector is sure of speech to the first word. It is seldom longer: once in 42 French and 4 Spanish recordings, where
 * "Pour enregistrer" was passed over.
 */
const LONGEST_LEAD_MS = 600
/** Of so many digits and capitals on, a number or code is said one by one. */
const LONG_NUMBER = 4

/** Whether words of a segment were passed over. */
export function isMissed({ words, startMs, endMs, speechStartMs }: RecognizedSegment): boolean {
  const [first] = words
  if (first === undefined) return endMs - startMs >= LEAST_MUTE_MS
  const isLate = speechStartMs !== undefined && first.startMs - speechStartMs >= LONGEST_LEAD_MS
  if (isLate && spelledLength(first) < LONG_NUMBER) return true
  return words.some(isTooLong) || LONGEST_GAP_MS < Math.max(...gapsOf(words, startMs, endMs))
}

/** Whether a mute segment lies beside a long number: Whisper writes one that is said with pauses as one word, in one segment. */
export function isInNumber(found: readonly RecognizedSegment[], at: number): boolean {
  if (found[at]?.words.length !== 0) return false
  const before = found.slice(0, at).findLast(({ words }) => words.length > 0)
  const behind = found.slice(at).find(({ words }) => words.length > 0)
  return [before?.words.at(-1), behind?.words[0]].some((word) => word && spelledLength(word) >= LONG_NUMBER)
}

/** Silences around and between words. Whisper cannot tell when the digits of a long number were said: those count for none. */
function gapsOf(words: readonly Word[], startMs: number, endMs: number): number[] {
  const places = [{ text: '', startMs, endMs: startMs }, ...words, { text: '', startMs: endMs, endMs }]
  return places.slice(1).map((word, at) => {
    const before = places[at] as Word
    return spelledLength(before) < LONG_NUMBER && spelledLength(word) < LONG_NUMBER ? word.startMs - before.endMs : 0
  })
}

/** What is said letter by letter takes as long as its letters: "599-341-5111" is one word to Whisper. */
const isTooLong = (word: Word) => word.endMs - word.startMs > LONGEST_WORD_MS * Math.max(1, spelledLength(word))

const spelledLength = ({ text }: Pick<Word, 'text'>) =>
  /\p{Ll}/u.test(text) ? 0 : (text.match(/[\p{Lu}\d]/gu)?.length ?? 0)
