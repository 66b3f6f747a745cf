import { OslerError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import { blankNote, blankTemplate, isNoteKind, NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { ANY_TEMPLATE } from '../../../domain/template.ts'
import type { Transcript, Warning } from '../../../domain/transcript.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import { type Material, type Written, writeByTopic } from './fill-sections.ts'
import { fillTemplate } from './fill-template.ts'
import { type Claim, pairAnswers } from './pair-answers.ts'
import { readUtterances } from './read-utterances.ts'
import { sortClaims } from './sort-claims.ts'
import { sortTopics } from './sort-topics.ts'
import { WRITERS } from './write-kinds.ts'

/**
 * The built-in writer: it has no model and invents nothing. It chooses sentences of the transcript by what they say,
 * since one microphone does not tell who speaks, and puts them where a clinician looks for them.
 */
export function openExtractive(): NoteWriter {
  return { name: 'extractive', languages: ['en'], kinds: [...Object.keys(NOTE_KINDS), ANY_TEMPLATE], write }
}

async function write(transcript: Transcript, request: NoteRequest, signal: AbortSignal): Promise<Note> {
  signal.throwIfAborted()
  const claims = readClaims(transcript)
  const note = begin(request, transcript.language, warn(claims))
  const material = gather(transcript, claims, request.instruction ?? '')
  const { sections, warnings = [] } = fill(request, note, material)
  for (const section of note.sections) section.statements = sections[section.key] ?? []
  return { ...note, warnings: [...note.warnings, ...warnings] }
}

function begin({ kind, template }: NoteRequest, language: string, warnings: Warning[]): Note {
  if (template) return blankTemplate(template, language, 'extractive', warnings)
  if (isNoteKind(kind)) return blankNote(kind, language, 'extractive', warnings)
  throw new OslerError('kind_unknown')
}

function fill({ kind, template }: NoteRequest, note: Note, material: Material): Written {
  const keys = note.sections.map(({ key }) => key)
  if (template) return fillTemplate(template, keys, material)
  return WRITERS[kind]?.(material) ?? writeByTopic(kind, keys, material)
}

function gather({ items }: Transcript, all: readonly Claim[], instruction: string): Material {
  const claims = all.filter(({ isClear }) => isClear)
  const sorted = sortClaims(claims)
  return { items, claims, sorted, topical: sortTopics(sorted), instruction }
}

function readClaims({ items }: Transcript): Claim[] {
  return pairAnswers(items.flatMap(readUtterances))
}

function warn(claims: readonly Claim[]): Warning[] {
  const unclear = claims.filter(({ isClear }) => !isClear).length
  if (unclear === 0) return []
  const sentences = unclear === 1 ? '1 sentence that was' : `${unclear} sentences that were`
  return [{ code: 'unclear_speech', message: `Left out: ${sentences} not heard clearly.` }]
}
