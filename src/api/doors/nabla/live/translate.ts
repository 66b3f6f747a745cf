import { anyServes, type LanguageTag, UNKNOWN_LANGUAGE } from '../../../../domain/language.ts'
import type { Limits } from '../../../../domain/submission.ts'
import type { EngineOffer, LiveWork } from '../../../capabilities.ts'
import { type Locale, languageOf } from '../locales.ts'
import type { Caller } from '../translate.ts'
import type { StreamConfig } from './dialect.ts'

/** What is asked of a recording that begins: its transcript. */
export function translateConfig(
  { locales, sampleRate, streams, bySentence, dictation }: StreamConfig,
  offers: readonly EngineOffer[],
  limits: Limits,
  { version, userId }: Pick<Caller, 'version' | 'userId'>,
): LiveWork {
  return {
    sound: { sampleRate, channels: streams.length === 2 ? 2 : 1 },
    language: chooseLanguage(locales.map(languageOf), offers),
    limits,
    kinds: [],
    doorState: {
      ...{ operation: dictation ? 'dictate' : 'transcribe', version, bySentence },
      ...(dictation && { spokenMarks: dictation.punctuation === 'explicit' }),
      ...(userId && { userId }),
    },
  }
}

/** The locale that is heard, where it is sure. */
export const localeOf = ({ locales }: StreamConfig, language: LanguageTag): Locale | undefined =>
  locales.find((locale) => languageOf(locale) === language)

/**
 * Clients send two by default, whatever is spoken: the first one that can be heard; with an engine that hears both and tells
 * which is spoken, it tells.
 */
function chooseLanguage(languages: readonly LanguageTag[], offers: readonly EngineOffer[]): LanguageTag {
  const hearing = offers.filter(({ task }) => task === 'speech')
  const heard = languages.filter((language) => hearing.some((offer) => anyServes(offer.languages, language)))
  const [first = languages[0] ?? UNKNOWN_LANGUAGE] = heard
  const isOne = new Set(heard.map((language) => language.split('-')[0])).size <= 1
  const tells = ({ tellsLanguage, languages: own }: EngineOffer) =>
    tellsLanguage === true && heard.every((language) => anyServes(own, language))
  return !isOne && hearing.some(tells) ? UNKNOWN_LANGUAGE : first
}
