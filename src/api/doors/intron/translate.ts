import { OslerError } from '../../../domain/errors.ts'
import { type LanguageTag, readLanguage } from '../../../domain/language.ts'
import { isNoteKind } from '../../../domain/note-kinds.ts'
import type { Limits, NoteOptions, Source, WorkRequest } from '../../../domain/submission.ts'
import { kindOfTemplate } from '../../../domain/template.ts'
import { type Fields, unquote } from '../../http/receive-audio.ts'
import { LANGUAGES } from './languages.ts'
import { CATEGORIES, DEFAULT_CATEGORY, kindOfOption } from './options.ts'
import type { State } from './state.ts'

/** Intron's form fields as what the pipeline is asked for. Unknown fields are ignored, as Intron does. */
export function translateUpload(sent: Fields, source: Source, limits: Limits): WorkRequest {
  const fields = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, unquote(value)]))
  const fileName = fields.audio_file_name
  if (!fileName) {
    throw refused('field_missing', 'The form field "audio_file_name" is missing: send a name for the file.')
  }
  const language = translateLanguage(fields.use_language_asr_input || 'en')
  return {
    source,
    language,
    // As Intron's documents say: the post-processing options only apply to English transcriptions.
    ...(/^en\b/.test(language) ? translateDocuments(fields) : { kinds: [] }),
    limits,
    doorState: { fileName, diarization: isTrue('use_diarization', fields.use_diarization) } satisfies State,
  }
}

/** A question is answered and nothing else is written; a template comes beside the options of the category. */
function translateDocuments(fields: Fields): { kinds: string[]; noteOptions?: NoteOptions } {
  const question = fields.get_answer
  if (question && !/^(true|false)$/i.test(question))
    return { kinds: ['answer'], noteOptions: { instruction: question } }
  const template = fields.use_template_id ? [translateTemplate(fields.use_template_id)] : []
  return { kinds: [...translateOptions(fields), ...template] }
}

/** A document kind, or else a template of the tenant's, which is looked for when the work is accepted. */
const translateTemplate = (id: string): string => (isNoteKind(id) ? id : kindOfTemplate(id))

/** Options of another category are ignored, as Intron does. */
function translateOptions(fields: Fields): string[] {
  const category = fields.use_category || DEFAULT_CATEGORY
  const options = CATEGORIES[category]
  if (options) return options.filter((option) => isTrue(option, fields[option])).map(kindOfOption)
  const known = Object.keys(CATEGORIES).join(', ')
  throw refused('request_invalid', `"use_category" is ${quote(category)}; it must be one of ${known}.`)
}

const YES = /^(true|t|1|yes)$/i
const NO = /^(false|f|0|no|)$/i

function isTrue(name: string, value = ''): boolean {
  if (YES.test(value)) return true
  if (NO.test(value)) return false
  throw refused('request_invalid', `"${name}" is ${quote(value)}; it must be TRUE or FALSE.`)
}

/** Whether documents are wanted as JSON. */
export function isStructured(query: { get_structured_post_processing?: string | undefined }): boolean {
  return isTrue('get_structured_post_processing', unquote(query.get_structured_post_processing ?? ''))
}

/** The code of a language as the tag that recognisers know. Throws `request_invalid` for one that Intron has not. */
export function translateLanguage(code: string): LanguageTag {
  const language = readLanguage(code)
  if (language && LANGUAGES.includes(language.split('-')[0] ?? '')) return language
  throw refused(
    'request_invalid',
    `"use_language_asr_input" is no language code of this API: ${quote(code)}; it must be one of ${LANGUAGES.join(', ')}.`,
  )
}

const quote = (value: string) => `"${value.slice(0, 40)}"`

const refused = (code: 'request_invalid' | 'field_missing', message: string) => new OslerError(code, message)
