import { doubtfulAccuracy, warnOfDocument } from '../../domain/accuracy.ts'
import { type CodeRelease, formatByRelease } from '../../domain/code-release.ts'
import { OslerError } from '../../domain/errors.ts'
import { anyServes, type LanguageTag } from '../../domain/language.ts'
import type { Note } from '../../domain/note.ts'
import { blankNote, blankTemplate, isNoteKind, type NoteKindName, withFixed } from '../../domain/note-kinds.ts'
import type { NoteOptions } from '../../domain/submission.ts'
import { ANY_TEMPLATE, templateIdOf } from '../../domain/template.ts'
import type { Transcript } from '../../domain/transcript.ts'
import type { Warning } from '../../domain/warnings.ts'
import { wishesOf } from '../../domain/wish.ts'
import type { NoteRequest, NoteWriter, OnProgress } from '../../engines/notes/note-writer.ts'
import { warnUnfollowed } from './warn-unfollowed.ts'

/** What is to be written, and how. */
interface Wanted {
  kinds: readonly string[]
  noteOptions?: NoteOptions
  limits: { minWords?: number }
  /** The release that codes are printed by; without one they stand as the built-in table has them. */
  codes?: CodeRelease | undefined
}

/** Takes out of a note what its transcript does not carry, and marks what was not heard surely. */
export type Prove = (note: Note, transcript: Transcript) => Note | Promise<Note>

/** In the thread that calls it. A server proves in others and need not load it. */
const proveHere: Prove = async (note, transcript) => (await import('./prove-note.ts')).proveNote(note, transcript)

/**
 * The notes that were asked for, in that order, each proven against the transcript. What cannot be written comes back
 * as a note without statements and a warning that says why. Throws `transcript_too_short`, `kind_unknown`, or what a
 * writer throws.
 */
export async function writeNotes(
  transcript: Transcript,
  { kinds, noteOptions = {}, limits, codes }: Wanted,
  writers: readonly NoteWriter[],
  signal: AbortSignal,
  prove: Prove = proveHere,
  onProgress: OnProgress = () => {},
): Promise<Note[]> {
  if (kinds.length > 0) checkLength(transcript, limits.minWords ?? 0)
  // Writers are in order of quality, and the built-in one, which is the quickest, comes last.
  const ordered = noteOptions.mode === 'fastest' ? writers.toReversed() : writers
  const notes: Note[] = []
  const wanted = new Set(kinds)
  for (const kind of wanted) {
    const template = noteOptions.templates?.find(({ id }) => id === templateIdOf(kind))
    const request = {
      kind,
      instruction: noteOptions.instruction,
      language: noteOptions.language,
      wishes: wishesOf(noteOptions.wishes, template),
      template,
    }
    const tell = (share: number) => onProgress((notes.length + share) / wanted.size)
    const note = await writeNote(transcript, request, { writers: ordered, prove, onProgress: tell }, signal)
    notes.push(formatByRelease(note, codes))
  }
  return notes
}

/** Documents that are wanted at once: the quickest writer of each kind writes them, and nothing is stored. */
export function writeNow(
  transcript: Transcript,
  kinds: readonly string[],
  writers: readonly NoteWriter[],
  prove: Prove,
  codes?: CodeRelease,
  options?: Pick<NoteOptions, 'instruction' | 'templates'>,
): Promise<Note[]> {
  const noteOptions = { mode: 'fastest' as const, ...options }
  const wanted: Wanted = { kinds, noteOptions, limits: {}, codes }
  return writeNotes(transcript, wanted, writers, new AbortController().signal, prove)
}

function checkLength({ items }: Transcript, minWords: number): void {
  const words = items.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)
  if (words >= minWords) return
  const message = `The transcript is too short for a note: it has ${words} words, and ${minWords} are needed.`
  throw new OslerError('transcript_too_short', message, { words, minWords })
}

async function writeNote(
  transcript: Transcript,
  request: NoteRequest,
  { writers, prove, onProgress }: { writers: readonly NoteWriter[]; prove: Prove; onProgress: OnProgress },
  signal: AbortSignal,
): Promise<Note> {
  const { kind, template } = request
  const able = writers.filter(({ kinds }) => kinds.includes(template ? ANY_TEMPLATE : kind))
  const [first] = able
  if (!first || !(template || isNoteKind(kind))) {
    throw new OslerError('kind_unknown', `No writer for ${kind} is installed.`)
  }
  if (transcript.items.length === 0) return unwritten(transcript, request, first, NO_SPEECH)
  const accuracy = doubtfulAccuracy(transcript.items)
  if (accuracy !== undefined) return unwritten(transcript, request, first, warnOfDocument(accuracy))
  const writer = findWriter(able, request.language ?? transcript.language) ?? findWriter(able, transcript.language)
  if (!writer) return unwritten(transcript, request, first, noWriter(transcript))
  const note = await prove(await writer.write(transcript, request, signal, onProgress), transcript)
  const isEmpty = note.sections.every(({ statements }) => statements.length === 0)
  const more = [...warnUnfollowed(note, request, writers), ...(isEmpty ? [NOTHING_FOUND] : [])]
  return withFixed({ ...note, warnings: [...note.warnings, ...more] }, template)
}

const findWriter = (writers: readonly NoteWriter[], wanted: LanguageTag) =>
  writers.find(({ languages }) => anyServes(languages, wanted))

function unwritten(
  { language }: Transcript,
  { kind, template }: NoteRequest,
  { name }: NoteWriter,
  warning: Warning,
): Note {
  if (template) return blankTemplate(template, language, name, [warning])
  return blankNote(kind as NoteKindName, language, name, [warning])
}

const NO_SPEECH: Warning = { code: 'no_speech', message: 'No speech was found, so nothing was written.' }
const NOTHING_FOUND: Warning = { code: 'nothing_found', message: 'Nothing that was said belongs in this document.' }

function noWriter({ language }: Transcript): Warning {
  return { code: 'no_writer', message: `No writer for ${language} is installed.` }
}
