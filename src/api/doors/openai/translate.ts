import { OslerError } from '../../../domain/errors.ts'
import { type LanguageTag, readLanguage, UNKNOWN_LANGUAGE } from '../../../domain/language.ts'
import type { Limits, Source, WorkRequest } from '../../../domain/submission.ts'
import { listTerms, MOST_TERMS, type Term } from '../../../domain/vocabulary.ts'
import type { EngineOffer } from '../../capabilities.ts'
import type { Fields } from '../../http/receive-audio.ts'
import { FORMATS, GRANULARITIES, type Wish } from './schemas.ts'

/** OpenAI hears the language where none is sent; so does this server, where an engine can, and takes English otherwise. */
export const languageUnsaid = (offers: readonly EngineOffer[]): LanguageTag =>
  offers.some(({ tellsLanguage }) => tellsLanguage) ? UNKNOWN_LANGUAGE : 'en'

/** OpenAI's form fields as what the pipeline is asked for. Any model name is taken: the server's own recogniser answers. */
export function translateTranscription(
  fields: Fields,
  source: Source,
  limits: Limits,
  unsaid: LanguageTag,
): WorkRequest {
  if (!fields.model) throw refused('model', 'The form field "model" is missing: send "whisper-1", or any other name.')
  const vocabulary = readKeywords(fields.keywords)
  return {
    source,
    language: readLanguages(fields) ?? unsaid,
    kinds: [],
    limits,
    ...(vocabulary.length > 0 && { hearing: { vocabulary } }),
    doorState: { ...readWish(fields) },
  }
}

const STREAMED: readonly string[] = ['json', 'text', 'diarized_json']

function readWish(fields: Fields): Wish {
  const format = choose('response_format', fields.response_format || 'json', FORMATS)
  const asked = fields.timestamp_granularities ?? ''
  const granularities = asked
    .split(',')
    .flatMap((name) => (name ? choose('timestamp_granularities', name, GRANULARITIES) : []))
  if (granularities.length > 0 && format !== 'verbose_json') {
    throw refused('timestamp_granularities', '"timestamp_granularities" needs "response_format" to be verbose_json.')
  }
  const stream = readYes('stream', fields.stream ?? '')
  if (stream && !STREAMED.includes(format)) {
    throw refused('stream', `"stream" needs "response_format" to be ${STREAMED.join(' or ')}; it is ${format}.`)
  }
  return { format, granularities, stream }
}

/** Clients write it as they like; what is neither is told, as a client that waits for a stream would wait for ever. */
function readYes(field: string, value: string): boolean {
  if (/^(true|1|yes|on)$/i.test(value)) return true
  if (/^(false|0|no|off|)$/i.test(value)) return false
  throw refused(field, `"${field}" is "${value.slice(0, 40)}"; it must be true or false.`)
}

function choose<const Choice extends string>(field: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value)
  if (choice) return choice
  throw refused(field, `"${field}" is "${value.slice(0, 40)}"; it must be one of ${choices.join(', ')}.`)
}

export function readKeywords(keywords = ''): Term[] {
  const terms = listTerms(keywords)
  if (terms.length <= MOST_TERMS) return terms
  throw refused('keywords', `"keywords" are ${terms.length}; the limit is ${MOST_TERMS}.`)
}

/** One that is said to be spoken, in either field; of several the sound decides. */
export function readLanguages({
  language,
  languages = '',
}: {
  language?: string
  languages?: string
}): LanguageTag | undefined {
  const codes = (language || languages).split(',').filter((code) => code.trim())
  const [first, ...others] = codes.map(translateLanguage)
  return others.length > 0 ? undefined : first
}

function translateLanguage(code: string): LanguageTag {
  const language = readLanguage(code)
  if (language) return language
  throw refused('language', `"language" is no language code: "${code.slice(0, 40)}"; send en, fr, es, ….`)
}

const refused = (field: string, message: string) => new OslerError('request_invalid', message, { field })
