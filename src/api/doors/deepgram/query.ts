import { OslerError } from '../../../domain/errors.ts'
import { type LanguageTag, readLanguage, UNKNOWN_LANGUAGE } from '../../../domain/language.ts'
import { MOST_TERMS, type Term } from '../../../domain/vocabulary.ts'

/** A query as it was parsed: a parameter that comes several times is a list. */
export type Query = Readonly<Record<string, unknown>>

const MOST_LETTERS = 200

/** Every value of a parameter. */
const readAll = (query: Query, name: string): string[] =>
  [query[name] ?? []].flat().map((value) => String(value).slice(0, MOST_LETTERS))

export const readOne = (query: Query, name: string): string | undefined => readAll(query, name)[0]

/** `diarize=true`; whatever else stands there is false, as it is with the vendor. */
export const isOn = (query: Query, name: string): boolean => readOne(query, name)?.toLowerCase() === 'true'

/** How what was heard is to be written. */
export interface Wish {
  /** Marks and capitals. */
  punctuate: boolean
  diarize: boolean
  multichannel: boolean
  paragraphs: boolean
  utterances: boolean
  tags: string[]
}

export const readWish = (query: Query): Wish => ({
  punctuate: ['punctuate', 'smart_format', 'paragraphs'].some((name) => isOn(query, name)),
  diarize: isOn(query, 'diarize') || readOne(query, 'diarize_model') !== undefined,
  multichannel: isOn(query, 'multichannel'),
  paragraphs: isOn(query, 'paragraphs') || isOn(query, 'smart_format'),
  utterances: isOn(query, 'utterances'),
  tags: readAll(query, 'tag'),
})

/** The language that is named, English where none is; what is to be found out where the client wants that. Throws `request_invalid`. */
export function readLanguageOf(query: Query): LanguageTag {
  const code = readOne(query, 'language')
  if (code === 'multi' || (code === undefined && isOn(query, 'detect_language'))) return UNKNOWN_LANGUAGE
  const language = readLanguage(code ?? 'en')
  if (language) return language
  throw new OslerError(
    'request_invalid',
    `"language" is no language code: "${code?.slice(0, 40)}"; send en, fr, es, ….`,
  )
}

/** Words that may be said: `keyterm`, and `keywords` without how much they weigh. Throws `request_invalid`. */
export function readTerms(query: Query): Term[] {
  const keywords = readAll(query, 'keywords').map((word) => word.replace(/:-?[\d.]+$/, ''))
  const texts = [...readAll(query, 'keyterm'), ...keywords].map((text) => text.trim()).filter((text) => text !== '')
  if (texts.length <= MOST_TERMS) return texts.map((text) => ({ text }))
  throw new OslerError('request_invalid', `"keyterm" and "keywords" are ${texts.length}; the limit is ${MOST_TERMS}.`)
}

/** What would be left in the text against the client's will. Throws `request_invalid`. */
export function refuseRedaction(query: Query): void {
  if (readAll(query, 'redact').every((value) => value === '' || value === 'false')) return
  throw new OslerError('request_invalid', '"redact" is not done here: leave it out, and redact what you are given.')
}

const UNSUPPORTED = [
  ...[
    'dictation',
    'numerals',
    'profanity_filter',
    'filler_words',
    'search',
    'replace',
    'detect_entities',
    'detect_topics',
  ],
  ...['topics', 'intents', 'sentiment', 'summarize', 'measurements'],
]

/** Parameters that were asked for and change nothing. */
export const findUnsupported = (query: Query): string[] =>
  UNSUPPORTED.filter((name) => readAll(query, name).some((value) => value !== '' && value !== 'false'))
