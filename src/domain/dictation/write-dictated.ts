import type { LanguageTag } from '../language.ts'
import { fitDictation } from './fit-dictation.ts'
import { type Punctuation, readDictation } from './read-dictation.ts'

/** A dictated text as a whole: "no fever comma no cough period" → "No fever, no cough." */
export const writeDictated = (text: string, language: LanguageTag, punctuation: Punctuation = 'explicit'): string =>
  fitDictation(readDictation(text, language, punctuation), '').text.trim()
