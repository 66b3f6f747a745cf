import { type LanguageTag, readLanguage, UNKNOWN_LANGUAGE } from '../../../domain/language.ts'

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** The two-letter codes of all languages that have an English name: Whisper's servers tell `french` as often as `fr`. */
const CODES = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = ENGLISH_NAMES.of(code)
    return name ? [[name.toLowerCase(), code] as const] : []
  }),
)

/** Whether what a server calls the language is surely another than was asked for. */
export function isOtherLanguage(told: string, asked: LanguageTag): boolean {
  const code = codeOf(told)
  return code !== undefined && asked !== UNKNOWN_LANGUAGE && code !== asked.slice(0, 2)
}

/** The two-letter code of what a server calls the language. */
export function codeOf(told: string): LanguageTag | undefined {
  const name = told.trim().toLowerCase()
  return CODES.get(name) ?? (/^[a-z]{2}(-|$)/.test(name) ? readLanguage(name)?.slice(0, 2) : undefined)
}
