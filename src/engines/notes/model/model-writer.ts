import { OslerError } from '../../../domain/errors.ts'
import { anyServes, type LanguageTag, serves } from '../../../domain/language.ts'
import type { Note } from '../../../domain/note.ts'
import { LETTER_KINDS } from '../../../domain/note-kinds/letters.ts'
import type { NoteKind } from '../../../domain/note-kinds/note-kind.ts'
import { REFERENCE_KINDS } from '../../../domain/note-kinds/reference.ts'
import { blankNote, blankTemplate, isNoteKind, NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { ANY_TEMPLATE } from '../../../domain/template.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import { romanceOf } from '../../proof/romance/stands.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import { completeNote } from './complete-note.ts'
import { type LanguageModel, ModelFailure } from './language-model.ts'
import { readTranscript, type Task } from './read-transcript.ts'

/**
 * The built-in writer keeps what programs read (kinds with attributes: codes, entities, orders, scores), what comes from
 * tables, and letters, which have parts that a person fills in.
 */
const isForModels = (name: string, kind: NoteKind) =>
  !kind.attributes && !kind.knowledge && !Object.hasOwn(REFERENCE_KINDS, name) && !Object.hasOwn(LETTER_KINDS, name)

const KINDS = [
  ...Object.entries(NOTE_KINDS).flatMap(([name, kind]) => (isForModels(name, kind) ? [name] : [])),
  ANY_TEMPLATE,
]

/** How long a document may take by default: a small model on a busy processor needs minutes. */
const MOST_SECONDS = 600

/**
 * A writer that asks a language model, in any language. What it leaves out comes from the built-in writer, and so does the
 * whole document where it gives nothing to use or has no time left; warnings say so.
 */
export function openModelWriter(model: LanguageModel, builtIn: NoteWriter, mostSeconds = MOST_SECONDS): NoteWriter {
  return {
    ...{ name: model.name, model: model.model, languages: ['mul'], kinds: KINDS, followsWishes: true },
    async checkHealth(signal) {
      try {
        await model.checkHealth(signal)
      } catch (error) {
        throw error instanceof ModelFailure ? new OslerError('engine_failed', error.message) : error
      }
    },
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
    async write(transcript, request, signal, onProgress = () => {}) {
      signal.throwIfAborted()
      const note = begin(request, transcript, model.name)
      if (transcript.items.length === 0) return note
      const until = { signal, late: AbortSignal.timeout(mostSeconds * 1000) }
      try {
        return await write({ model, transcript, request, note, until, onProgress }, builtIn)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof ModelFailure)) throw error
        return writeWithout(transcript, request, builtIn, error, signal)
      }
    },
  }
}

async function write(task: Task, builtIn: NoteWriter): Promise<Note> {
  const read = await readTranscript(task)
  const isLate = task.until.late.aborted
  const note = await completeNote(task, read, builtIn)
  const { length: items } = task.transcript.items
  const warnings = [
    ...(isLate ? [OUT_OF_TIME] : []),
    ...warnOfUnread(read.unread, items),
    ...warnOfLanguage(note.language, task.transcript.language),
  ]
  return { ...note, warnings: [...note.warnings, ...warnings] }
}

const OUT_OF_TIME: Warning = {
  code: 'model_out_of_time',
  message: 'The language model took longer than a document may: what it had finished was kept.',
}

function warnOfUnread(unread: number, items: number): Warning[] {
  if (unread === 0) return []
  const message = `Not read by the language model: ${unread} of ${items} items of the transcript.`
  return [{ code: 'items_unread', message }]
}

/** The proof's rules are for English, and for French and Spanish notes of conversations in them. */
function warnOfLanguage(language: LanguageTag, spoken: LanguageTag): Warning[] {
  if (serves('en', language) || romanceOf(language, spoken)) return []
  const message =
    'The proof does not read this language: numbers and medicines were checked here, denials and conditions were not.'
  return [{ code: 'proof_english_only', message }]
}

function begin({ kind, template, language: wanted }: NoteRequest, transcript: Transcript, writer: string): Note {
  const language = wanted ?? transcript.language
  if (template) return blankTemplate(template, language, writer)
  if (isNoteKind(kind)) return blankNote(kind, language, writer)
  throw new OslerError('kind_unknown')
}

async function writeWithout(
  transcript: Transcript,
  request: NoteRequest,
  builtIn: NoteWriter,
  { reason }: ModelFailure,
  signal: AbortSignal,
): Promise<Note> {
  const isServed = anyServes(builtIn.languages, transcript.language)
  const instead = isServed
    ? 'the built-in writer wrote this instead'
    : `nothing was written: the built-in writer writes ${builtIn.languages.join(', ')} only`
  const warning: Warning = { code: 'model_failed', message: `The language model ${reason}, so ${instead}.` }
  const note = isServed ? await builtIn.write(transcript, request, signal) : begin(request, transcript, builtIn.name)
  return { ...note, warnings: [warning, ...note.warnings] }
}
