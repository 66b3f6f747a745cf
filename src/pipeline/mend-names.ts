import { readEnglishWords } from '../clinical/english-words.ts'
import { BRAND_NAMES, MEDICINE_NAMES } from '../clinical/medicines.ts'
import { openNearMisses } from '../clinical/near-misses.ts'
import { serves } from '../domain/language.ts'
import type { Word } from '../domain/transcript.ts'
import type { RecognizedStretch, RecognizeOptions } from '../engines/speech/recognizer.ts'

let isEnglish: ReturnType<typeof readEnglishWords> | undefined

/**
 * Puts the medicine, or the term of the vocabulary, in the place of what is no English word and sounds like it; what was
 * heard stays with the word.
 */
export async function mendNames(
  heard: readonly RecognizedStretch[],
  { language, vocabulary }: RecognizeOptions,
): Promise<readonly RecognizedStretch[]> {
  if (!serves('en', language)) return heard
  isEnglish ??= readEnglishWords()
  const terms = vocabulary.map(({ text }) => text).filter((text) => /^\p{L}+$/u.test(text))
  const mend = openNearMisses([...terms, ...MEDICINE_NAMES], await isEnglish)
  return heard.map((stretch) => ({ ...stretch, words: stretch.words.map((word) => mendWord(word, mend)) }))
}

/** Marks around the word stay. */
function mendWord(word: Word, mend: (word: string) => string | undefined): Word {
  const [heard] = /\p{L}+/u.exec(word.text) ?? []
  const name = heard && mend(heard)
  if (!name) return word
  const isCapital = BRAND_NAMES.has(name) || /^\p{Lu}/u.test(heard)
  const printed = isCapital ? name.charAt(0).toUpperCase() + name.slice(1) : name
  return { ...word, text: word.text.replace(heard, printed), heard: word.text }
}
