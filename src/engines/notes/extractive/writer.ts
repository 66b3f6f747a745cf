import { OslerError } from '../../../domain/errors.ts'
import { serves } from '../../../domain/language.ts'
import type { Note } from '../../../domain/note.ts'
import { blankNote, blankTemplate, isNoteKind, NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { ANY_TEMPLATE } from '../../../domain/template.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import type { NoteLanguage, Reading } from './note-language.ts'

/** A language is one entry here and a folder of `src/clinical`; the first reads what is in none of them. */
const LANGUAGES: readonly [NoteLanguage, ...NoteLanguage[]] = [
  { tag: 'en', load: async () => (await import('./english.ts')).readEnglish },
  { tag: 'fr', load: async () => (await import('./romance/romance-notes.ts')).readFrench },
  { tag: 'es', load: async () => (await import('./romance/romance-notes.ts')).readSpanish },
]

/**
 * The built-in writer: it has no model and invents nothing. It chooses sentences of the transcript by what they say,
 * since one microphone does not tell who speaks, and puts them where a clinician looks for them.
 */
export function openExtractive(): NoteWriter {
  return {
    name: 'extractive',
    model: 'extractive',
    languages: LANGUAGES.map(({ tag }) => tag),
    kinds: [...Object.keys(NOTE_KINDS), ANY_TEMPLATE],
    followsWishes: false,
    async checkHealth() {},
    write,
    async [Symbol.asyncDispose]() {},
  }
}

async function write(transcript: Transcript, request: NoteRequest, signal: AbortSignal): Promise<Note> {
  signal.throwIfAborted()
  const reading = await read(transcript)
  const note = begin(request, transcript.language, reading.warnings)
  const keys = note.sections.map(({ key }) => key)
  const { sections, notHeard = {}, warnings = [] } = reading.fill(request, keys)
  for (const section of note.sections) {
    section.statements = (sections[section.key] ?? []).filter(({ text }) => text !== '')
    if (notHeard[section.key]?.length) section.notHeard = notHeard[section.key]
  }
  return { ...note, warnings: [...note.warnings, ...warnings, ...reading.finish(note)] }
}

function begin({ kind, template }: NoteRequest, language: string, warnings: Warning[]): Note {
  if (template) return blankTemplate(template, language, 'extractive', warnings)
  if (isNoteKind(kind)) return blankNote(kind, language, 'extractive', warnings)
  throw new OslerError('kind_unknown')
}

/** Reading takes most of the time, and a consultation's documents are all written from the same transcript. */
const known = new WeakMap<Transcript, Promise<Reading>>()

function read(transcript: Transcript): Promise<Reading> {
  const language = LANGUAGES.find(({ tag }) => serves(tag, transcript.language)) ?? LANGUAGES[0]
  const reading = known.get(transcript) ?? language.load().then((readBy) => readBy(transcript.items))
  known.set(transcript, reading)
  return reading
}
