import { OslerError } from '../../../domain/errors.ts'
import { serves } from '../../../domain/language.ts'
import type { Note } from '../../../domain/note.ts'
import { blankNote, blankTemplate, isNoteKind, NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { ANY_TEMPLATE } from '../../../domain/template.ts'
import type { Transcript, Warning } from '../../../domain/transcript.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import { type LanguageModel, ModelFailure } from './language-model.ts'
import { readTranscript } from './read-transcript.ts'

/**
 * What the built-in writer keeps for itself: codes, entities and orders are data that programs use, quotations are the
 * transcript, and knowledge comes from reviewed tables.
 */
const BUILT_IN_ONLY: ReadonlySet<string> = new Set([
  ...['entity_list', 'icd_codes', 'normalized_data', 'orders', 'legal_court_hearing'],
  ...['suggestions', 'differential_diagnosis', 'practice_guidelines', 'followup_instructions'],
])

const KINDS = [...Object.keys(NOTE_KINDS).filter((kind) => !BUILT_IN_ONLY.has(kind)), ANY_TEMPLATE]

/**
 * A writer that asks a language model, in any language. Where the model gives nothing to use, the built-in writer's
 * document comes instead, with a warning that says so.
 */
export function openModelWriter(model: LanguageModel, builtIn: NoteWriter): NoteWriter {
  return {
    ...{ name: model.name, languages: ['mul'], kinds: KINDS },
    async write(transcript, request, signal) {
      signal.throwIfAborted()
      const note = begin(request, transcript, model.name)
      if (transcript.items.length === 0) return note
      try {
        return await readTranscript(model, transcript, request, note, signal)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof ModelFailure)) throw error
        return writeWithout(transcript, request, builtIn, error, signal)
      }
    },
  }
}

function begin({ kind, template }: NoteRequest, { language }: Transcript, writer: string): Note {
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
  const isServed = builtIn.languages.some((offered) => serves(offered, transcript.language))
  const instead = isServed
    ? 'the built-in writer wrote this instead'
    : `nothing was written: the built-in writer writes ${builtIn.languages.join(', ')} only`
  const warning: Warning = { code: 'model_failed', message: `The language model ${reason}, so ${instead}.` }
  const note = isServed ? await builtIn.write(transcript, request, signal) : begin(request, transcript, builtIn.name)
  return { ...note, warnings: [warning, ...note.warnings] }
}
