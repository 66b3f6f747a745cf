import type { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { DoorState, Limits, NoteOptions, Source, WorkRequest } from '../../../domain/submission.ts'
import type { Item, Speaker, Transcript } from '../../../domain/transcript.ts'
import { withoutNulls } from '../../http/drop-nulls.ts'
import type { Fields } from '../../http/receive-audio.ts'
import { type Locale, languageOf } from './locales.ts'
import { readLines } from './read-lines.ts'
import type { Digest, EditNote, GenerateNote, Instruct, ListenFields, NormalizeNote } from './schemas.ts'
import type { Operation } from './state.ts'
import { kindOfTemplate, type TemplateName } from './templates.ts'
import type { Version } from './version.ts'
import { translateWishes, type WishFields } from './wishes.ts'

/** Who asks, and how. */
export interface Caller {
  version: Version
  userId: string
  /** What the user has chosen in the note settings. */
  template: TemplateName
  locale: Locale
}

type NoteFields = Pick<
  z.infer<typeof GenerateNote>,
  'note_generation_mode' | 'note_template' | 'note_template_key' | 'section_style' | keyof WishFields
>
interface Wished {
  callback_url?: string | undefined
  client_request_id?: string | undefined
}
type SpokenItem = z.infer<typeof GenerateNote>['transcript_items'][number]

export function translateListen(
  fields: z.infer<typeof ListenFields> & Wished,
  source: Source,
  limits: Limits,
  caller: Caller,
): WorkRequest {
  const outputs = fields.output_objects.map((output) => output.toLowerCase())
  const wantsNote = outputs.includes('note')
  return {
    ...begin(source, languageOf(fields.language), limits, fields),
    ...(wantsNote ? wishNote(fields, caller) : { kinds: [] }),
    doorState: {
      ...doorStateOf('listen', caller, fields),
      outputs,
      bySentence: fields.split_by_sentence,
      ...(wantsNote && echoOfNote(fields, caller)),
    },
  }
}

export function translateTranscribe(
  fields: { speech_locale: Locale; split_by_sentence?: boolean; dictate_punctuation?: boolean } & Wished,
  source: Source,
  limits: Limits,
  caller: Caller,
  operation: 'transcribe' | 'dictate' = 'transcribe',
): WorkRequest {
  return {
    ...begin(source, languageOf(fields.speech_locale), limits, fields),
    kinds: [],
    doorState: {
      ...doorStateOf(operation, caller, fields),
      bySentence: fields.split_by_sentence ?? false,
      spokenMarks: fields.dictate_punctuation ?? false,
    },
  }
}

export function translateNote(
  operation: 'digest' | 'generate-note',
  fields: (z.infer<typeof GenerateNote> | z.infer<typeof Digest>) & Wished,
  limits: Limits,
  caller: Caller,
): WorkRequest {
  const locale = 'language' in fields ? fields.language : fields.note_locale
  const language = languageOf(locale ?? caller.locale)
  const source: Source = { type: 'transcript', transcript: transcriptOf(language, fields.transcript_items.map(itemOf)) }
  return {
    ...begin(source, language, limits, fields),
    ...wishNote(fields, caller),
    doorState: { ...doorStateOf(operation, caller, fields), ...echoOfNote(fields, caller) },
  }
}

const READINGS = { normalize: ['normalized_data'], instruct: ['patient_instructions'], edit: [] }

/** A finished note in, something else out: its lines are what the writer reads. */
export function translateNoteReading(
  operation: keyof typeof READINGS,
  fields: (z.infer<typeof NormalizeNote> | z.infer<typeof Instruct> | z.infer<typeof EditNote>) & Wished,
  limits: Limits,
  caller: Caller,
): WorkRequest {
  const locale = ('instructions_locale' in fields ? fields.instructions_locale : fields.note_locale) ?? caller.locale
  const language = languageOf(locale)
  const lines = readLines(fields.note)
  const items = lines.map(({ text, speaker }, index) => ({ ...itemOf({ text }, index), speaker }))
  const noteLanguage = languageOf(fields.note_locale ?? locale)
  const source: Source = { type: 'transcript', transcript: transcriptOf(noteLanguage, items) }
  const wantsProblems = 'include_corresponding_note_problems' in fields && fields.include_corresponding_note_problems
  return {
    ...begin(source, language, { ...limits, minWords: 0 }, fields),
    kinds: READINGS[operation],
    ...(noteLanguage !== language && { noteOptions: { language } }),
    doorState: {
      ...doorStateOf(operation, caller, fields),
      ...(wantsProblems && { problems: lines.map(({ problem }) => String(problem)) }),
    },
  }
}

function begin(source: Source, language: string, limits: Limits, { callback_url, client_request_id }: Wished) {
  return {
    ...{ source, language, limits },
    ...(callback_url && { callbackUrl: callback_url }),
    ...(client_request_id && { clientRequestId: client_request_id }),
  }
}

function doorStateOf(operation: Operation, { version, userId }: Caller, { client_request_id }: Wished): DoorState {
  return { operation, version, ...(userId && { userId }), ...(client_request_id && { client_request_id }) }
}

const templateOf = (fields: NoteFields, caller: Caller): TemplateName =>
  fields.note_template_key ?? fields.note_template ?? caller.template

function wishNote(fields: NoteFields, caller: Caller): { kinds: string[]; noteOptions?: NoteOptions } {
  const isFast = fields.note_generation_mode?.toLowerCase() === 'fastest'
  const template = templateOf(fields, caller)
  const wishes = translateWishes(fields, template)
  const noteOptions: NoteOptions = { ...(isFast && { mode: 'fastest' }), ...(wishes.length > 0 && { wishes }) }
  return { kinds: [kindOfTemplate(template)], ...(Object.keys(noteOptions).length > 0 && { noteOptions }) }
}

/** The styles are print only: `PLAN=bullet_points`, with `*` for all sections without one of their own. */
function echoOfNote(fields: NoteFields, caller: Caller): DoorState {
  const own = fields.note_sections_customization ?? []
  const styles = own.flatMap(({ section_key, style }) =>
    style ? [`${section_key.toUpperCase()}=${style.toLowerCase()}`] : [],
  )
  const all = fields.section_style ? [`*=${fields.section_style.toLowerCase()}`] : []
  return { template: templateOf(fields, caller), styles: [...styles, ...all] }
}

function itemOf({ text, speaker, speaker_type, start_offset_ms = 0, end_offset_ms }: SpokenItem, index: number): Item {
  const said = (speaker ?? speaker_type ?? 'unspecified').toLowerCase() as Speaker
  const endMs = end_offset_ms ?? start_offset_ms
  return { id: `i${index + 1}`, text, speaker: said, startMs: start_offset_ms, endMs, words: [] }
}

/** Words that came without sound. */
function transcriptOf(language: string, items: Item[]): Transcript {
  const durationMs = Math.max(0, ...items.map(({ endMs }) => endMs))
  return { language, durationMs, items, engine: 'client', model: 'client', warnings: [] }
}

/** The JSON of a form's part `request_parameters`, checked. Throws `field_missing` and `request_invalid`. */
export function readParameters<Schema extends z.ZodType>(fields: Fields, schema: Schema): z.infer<Schema> {
  const text = fields.request_parameters
  if (!text) {
    throw new OslerError('field_missing', 'The form field "request_parameters" is missing: send a JSON object in it.')
  }
  const parsed = schema.safeParse(withoutNulls(parseJson(text)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new OslerError('request_invalid', `request_parameters/${issue?.path.join('/')}: ${issue?.message}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new OslerError('request_invalid', 'The form field "request_parameters" is no JSON.')
  }
}
