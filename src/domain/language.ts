/** A BCP 47 tag in its canonical spelling: `en`, `en-GB`, `fr-FR`. */
export type LanguageTag = string

/** BCP 47's tag for a language that is not known: the engine is to tell it. */
export const UNKNOWN_LANGUAGE: LanguageTag = 'und'

/** The tag in canonical spelling, `und` for `auto`, or undefined when it is none. */
export function readLanguage(text: string): LanguageTag | undefined {
  if (text.trim().toLowerCase() === 'auto') return UNKNOWN_LANGUAGE
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** Languages whose speakers in clinics mix in English (Intron's list); who hears them should hear both. */
const MIXED_WITH_ENGLISH = new Set(['af', 'ak', 'am', 'ha', 'ig', 'lg', 'pcm', 'rw', 'sw', 'wo', 'yo', 'zu'])
export const isMixedWithEnglish = (language: LanguageTag) => MIXED_WITH_ENGLISH.has(language.split('-')[0] ?? '')

/** True when an engine that offers `offered` can serve `wanted`: `en` serves `en-GB`, `en-GB` only itself, `mul` (ISO 639-2: several) all. */
export function serves(offered: LanguageTag, wanted: LanguageTag): boolean {
  return offered === 'mul' || wanted === offered || wanted.startsWith(`${offered}-`)
}

/** True when an engine that offers these can serve `wanted`. */
export const anyServes = (offered: readonly LanguageTag[], wanted: LanguageTag): boolean =>
  offered.some((language) => serves(language, wanted))

/** The language of an engine that offers no other. */
export const onlyLanguage = ([first, ...others]: readonly LanguageTag[]): LanguageTag | undefined =>
  others.length === 0 && first !== 'mul' ? first : undefined
