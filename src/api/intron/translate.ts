import { OslerError } from '../../domain/errors.ts'
import { readLanguage } from '../../domain/language.ts'
import type { Limits, Source, Submission } from '../../domain/submission.ts'
import { unquote } from '../receive-audio.ts'
import { CATEGORIES, DEFAULT_CATEGORY, kindOfOption } from './options.ts'

/** Intron's form fields as what the road is asked for. Unknown fields are ignored, as Intron does. */
export function translateUpload(fields: Record<string, string>, source: Source, limits: Limits): Submission {
  const field = (name: string) => unquote(fields[name] ?? '')
  const fileName = field('audio_file_name')
  if (fileName === '') {
    throw new OslerError('field_missing', 'The form field "audio_file_name" is missing: send a name for the file.')
  }
  return {
    door: 'intron',
    source,
    language: translateLanguage(field('use_language_asr_input') || 'en'),
    kinds: translateOptions(field('use_category') || DEFAULT_CATEGORY, (option) => isTrue(field(option))),
    limits,
    echo: { fileName, diarization: isTrue(field('use_diarization')) },
  }
}

const isTrue = (value: string) => /^(true|t|1|yes)$/i.test(value)

function translateLanguage(code: string) {
  const language = readLanguage(code)
  if (language) return language
  throw new OslerError(
    'request_invalid',
    `"use_language_asr_input" is no language code: ${quote(code)}; send en, sw, fr, ….`,
  )
}

/** Options of another category are ignored, as Intron does. */
function translateOptions(category: string, isAsked: (option: string) => boolean): string[] {
  const options = CATEGORIES[category]
  if (options) return options.filter(isAsked).map(kindOfOption)
  const known = Object.keys(CATEGORIES).join(', ')
  throw new OslerError('request_invalid', `"use_category" is ${quote(category)}; it must be one of ${known}.`)
}

const quote = (value: string) => `"${value.slice(0, 40)}"`
