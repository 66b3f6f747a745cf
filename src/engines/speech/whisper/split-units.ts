import type { Word } from '../../../domain/transcript.ts'

/** A number with a unit or half of the day written against it, and the marks behind. */
const NUMBER_AND_UNIT =
  /^([(“"]?\d+(?:[.,:]\d+)*)(am|pm|a\.m\.|p\.m\.|mg|mcg|µg|g|kg|ml|mL|cc|cm|mm|km|lbs?|mmHg|bpm|IU|UI)([.,;:?!)”"]*)$/

/** Whisper writes "25mg" and "9am" as one word; said, printed and read they are two. */
export function splitUnits(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const [, number = '', unit = '', marks = ''] = NUMBER_AND_UNIT.exec(word.text) ?? []
    if (!number) return [word]
    const share = number.length / (number.length + unit.length)
    const middleMs = Math.round(word.startMs + (word.endMs - word.startMs) * share)
    if (middleMs <= word.startMs || middleMs >= word.endMs) return [word]
    return [
      { ...word, text: number, endMs: middleMs },
      { ...word, text: unit + marks, startMs: middleMs },
    ]
  })
}
