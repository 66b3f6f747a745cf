import type { CodeRelease } from '../domain/code-release.ts'
import { OslerError } from '../domain/errors.ts'
import { anyServes, isMixedWithEnglish, type LanguageTag, onlyLanguage, UNKNOWN_LANGUAGE } from '../domain/language.ts'
import { ANY_TEMPLATE, templateIdOf } from '../domain/template.ts'
import type { Diarizer } from './diarization/diarizer.ts'
import { isFor } from './models/families.ts'
import { KNOWN_MODELS } from './models/known-models.ts'
import type { NoteWriter } from './notes/note-writer.ts'
import type { CorrectNames, Recognizer } from './speech/recognizer.ts'
import type { VoiceActivityDetector } from './voice-activity/detector.ts'

/** The engines of this server, in order of preference. */
export interface Engines {
  recognizers: readonly Recognizer[]
  /** What hears first, and quickly, what is said just now. */
  quickRecognizer?: Recognizer | undefined
  /** Whether the next recogniser hears what the first could not because its server does not answer. */
  mayFallBack: boolean
  /** What tells voices apart, best first. */
  diarizers: readonly Diarizer[]
  /** What finds speech, best first. */
  detectors: readonly VoiceActivityDetector[]
  writers: readonly NoteWriter[]
  correctNames: CorrectNames
  /** The release of ICD-10-CM that the operator imported last, if any. */
  readCodes(): Promise<CodeRelease | undefined>
}

/**
 * The recognisers that serve the language, best first; where it is mixed with English, those that serve both come before
 * the others. Throws `no_recognizer`.
 */
export function chooseRecognizers(
  recognizers: readonly Recognizer[],
  language: LanguageTag,
): [Recognizer, ...Recognizer[]] {
  const able = recognizers.filter((recognizer) => canHear(recognizer, language))
  const lacksEnglish = (recognizer: Recognizer) => Number(isMixedWithEnglish(language) && !canHear(recognizer, 'en'))
  const [first, ...others] = able.toSorted((a, b) => lacksEnglish(a) - lacksEnglish(b))
  if (first) return [first, ...others]
  const advice = recognizers.length > 0 ? adviceFor(language) : 'nothing here hears, and `osler doctor` says why'
  throw new OslerError('no_recognizer', `No recogniser for ${language} is installed: ${advice}.`, {
    language,
  })
}

/** What hears the language quickly; none where it is not told, since a quick one may know no other than its own. */
export function chooseQuick({ quickRecognizer }: Engines, language: LanguageTag): Recognizer | undefined {
  const isTold = language !== UNKNOWN_LANGUAGE
  return quickRecognizer && isTold && anyServes(quickRecognizer.languages, language) ? quickRecognizer : undefined
}

/** A language that is not told needs an engine that tells it, or one that knows no other. */
function canHear({ languages, capabilities }: Recognizer, language: LanguageTag): boolean {
  if (language !== UNKNOWN_LANGUAGE) return anyServes(languages, language)
  return capabilities.languageDetection || onlyLanguage(languages) !== undefined
}

/** The best known model that hears the language. */
function adviceFor(language: LanguageTag): string {
  if (language === UNKNOWN_LANGUAGE) return 'no recogniser here tells languages apart, so send the language'
  const model = KNOWN_MODELS.filter(isFor('speech')).find(({ languages }) => anyServes(languages, language))
  if (model) return `\`osler models pull ${model.name}\` installs one (${model.megabytes} MB)`
  return 'no known model hears it, so a server that does is needed (OSLER_SPEECH_URL)'
}

/** Refuses document kinds that no writer knows, before any work is spent. Throws `kind_unknown`. */
export function checkKinds(writers: readonly NoteWriter[], kinds: readonly string[]): void {
  const known = new Set(writers.flatMap((writer) => writer.kinds))
  const unknown = kinds.find((kind) => !known.has(templateIdOf(kind) === undefined ? kind : ANY_TEMPLATE))
  if (unknown === undefined) return
  throw new OslerError('kind_unknown', `No writer for ${unknown} is installed; there are ${[...known].join(', ')}.`)
}
