import { type LanguageTag, onlyLanguage, UNKNOWN_LANGUAGE } from '../domain/language.ts'
import type { RecognizedStretch, Recognizer } from '../engines/speech/recognizer.ts'

/**
 * The language that was asked for; where it was not told, the one in which the engine heard most, and of an engine that
 * knows one alone, that.
 */
export function tellLanguage(
  asked: LanguageTag,
  heard: readonly RecognizedStretch[],
  { languages }: Recognizer,
): LanguageTag {
  if (asked !== UNKNOWN_LANGUAGE) return asked
  const lengths = new Map<LanguageTag, number>()
  for (const { language, startMs, endMs } of heard) {
    if (language) lengths.set(language, (lengths.get(language) ?? 0) + endMs - startMs)
  }
  const [most] = [...lengths].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? onlyLanguage(languages) ?? UNKNOWN_LANGUAGE
}
