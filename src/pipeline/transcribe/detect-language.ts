import { isMixedWithEnglish, type LanguageTag, onlyLanguage, UNKNOWN_LANGUAGE } from '../../domain/language.ts'
import { warnAt } from '../../domain/warning-places.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { RecognizedSegment, Recognizer } from '../../engines/speech/recognizer.ts'

export interface ToldLanguage {
  language: LanguageTag
  /** Where another language was spoken than the one that was asked for, or than in the rest. */
  warnings: Warning[]
}

/** What is shorter in another language is a name, a greeting or a mistake. */
const LEAST_OTHER_MS = 2_000

/**
 * The language of a recording: the one in which most was heard, where the engine tells that; else the one that was asked
 * for, and of an engine that knows one alone, that.
 */
export function detectLanguage(
  asked: LanguageTag,
  heard: readonly RecognizedSegment[],
  { languages }: Recognizer,
): ToldLanguage {
  const [most, ...others] = byLength(heard)
  const told = asked === UNKNOWN_LANGUAGE ? undefined : asked
  const language =
    told && (!most || primaryOf(told) === most.language) ? told : (most?.language ?? onlyLanguage(languages))
  if (language === undefined) return { language: UNKNOWN_LANGUAGE, warnings: [] }
  const foreign = others.filter((other) => other.lengthMs >= LEAST_OTHER_MS && !isMixed(language, other.language))
  return {
    language,
    warnings: [
      ...(told && primaryOf(told) !== primaryOf(language) ? [warnOfOther(told, language)] : []),
      ...foreign.map((other) => warnOfPart(other)),
    ],
  }
}

const primaryOf = (language: LanguageTag) => language.split('-')[0] ?? language
const isMixed = (main: LanguageTag, other: LanguageTag) => isMixedWithEnglish(main) && other === 'en'

interface Spoken {
  language: LanguageTag
  lengthMs: number
  segments: readonly RecognizedSegment[]
}

/** Languages in which something was heard, that of most first. */
function byLength(heard: readonly RecognizedSegment[]): Spoken[] {
  const spoken = heard.filter(({ language, words }) => language && words.length > 0)
  return [...Map.groupBy(spoken, ({ language }) => primaryOf(language as LanguageTag))]
    .map(([language, segments]) => ({ language, segments, lengthMs: lengthOf(segments) }))
    .sort((a, b) => b.lengthMs - a.lengthMs)
}

const lengthOf = (segments: readonly RecognizedSegment[]) =>
  segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

const nameOf = (language: LanguageTag) => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language

const warnOfOther = (told: LanguageTag, heard: LanguageTag): Warning => ({
  code: 'language_differs',
  message: `The recording came as ${nameOf(told)}, but ${nameOf(heard)} is spoken in it, and it was heard as that.`,
})

const warnOfPart = ({ language, segments }: Spoken): Warning =>
  warnAt('language_mixed', segments, (where) => `${nameOf(language)} is spoken at ${where}, and was heard as that.`)
