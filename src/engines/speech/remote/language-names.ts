import { type LanguageTag, readLanguage } from '../../../domain/language.ts'

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
  const name = told.trim().toLowerCase()
  const code = CODES.get(name) ?? (/^[a-z]{2}(-|$)/.test(name) ? readLanguage(name)?.slice(0, 2) : undefined)
  return code !== undefined && code !== asked.slice(0, 2)
}
