import type { LanguageTag } from '../../../domain/language.ts'

/** `language` of listen (https://docs.nabla.com/server/copilot-listen-from-file-async); `fr` and `en` are deprecated and mean `fr-FR` and `en-US`. */
const LANGUAGES = ['fr', 'en', 'en-US', 'en-GB', 'fr-FR', 'es-ES', 'es-MX'] as const

/** `speech_locale` and the note locales of the Core API. */
const CORE_LOCALES = {
  ENGLISH_US: 'en-US',
  ENGLISH_UK: 'en-GB',
  SPANISH_ES: 'es-ES',
  SPANISH_MX: 'es-MX',
  FRENCH_FR: 'fr-FR',
  ARABIC_EG: 'ar-EG',
  ARABIC_LB: 'ar-LB',
  ARABIC_MA: 'ar-MA',
  ARABIC_SA: 'ar-SA',
  ARMENIAN_AM: 'hy-AM',
  BENGALI_IN: 'bn-IN',
  CANTONESE_CN: 'yue-CN',
  CROATIAN_HR: 'hr-HR',
  FILIPINO_PH: 'fil-PH',
  GERMAN_DE: 'de-DE',
  GREEK_GR: 'el-GR',
  GUJARATI_IN: 'gu-IN',
  HEBREW_IL: 'he-IL',
  HINDI_IN: 'hi-IN',
  ITALIAN_IT: 'it-IT',
  JAPANESE_JP: 'ja-JP',
  KHMER_KH: 'km-KH',
  KOREAN_KR: 'ko-KR',
  MANDARIN_CN: 'zh-CN',
  PERSIAN_IR: 'fa-IR',
  POLISH_PL: 'pl-PL',
  PORTUGUESE_PT: 'pt-PT',
  PUNJABI_IN: 'pa-IN',
  RUSSIAN_RU: 'ru-RU',
  SERBIAN_RS: 'sr-RS',
  TAMIL_IN: 'ta-IN',
  TELUGU_IN: 'te-IN',
  THAI_TH: 'th-TH',
  URDU_IN: 'ur-IN',
  VIETNAMESE_VN: 'vi-VN',
} as const satisfies Record<string, LanguageTag>

export type Locale = (typeof LANGUAGES)[number] | keyof typeof CORE_LOCALES

/** Every spelling of a locale; the newer routes are also asked with the older codes. */
export const LOCALES = [...LANGUAGES, ...Object.keys(CORE_LOCALES)] as [Locale, ...Locale[]]

const DEPRECATED: Partial<Record<Locale, LanguageTag>> = { fr: 'fr-FR', en: 'en-US' }

export function languageOf(locale: Locale): LanguageTag {
  return DEPRECATED[locale] ?? (locale in CORE_LOCALES ? CORE_LOCALES[locale as keyof typeof CORE_LOCALES] : locale)
}
