import { OslerError } from '../../../domain/errors.ts'
import type { Note, Statement } from '../../../domain/note.ts'
import { blankNote, isNoteKind } from '../../../domain/note-kinds.ts'
import type { Transcript, Warning } from '../../../domain/transcript.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import { chooseKeyClaims } from './choose-key-claims.ts'
import { type Claim, pairAnswers } from './pair-answers.ts'
import { readUtterances } from './read-utterances.ts'
import { type SectionName, sortClaims } from './sort-claims.ts'

type Sorted = Record<SectionName, Claim[]>

/** What each kind takes from the sorted claims, by section. */
const KINDS: Record<string, (sorted: Sorted) => Record<string, Claim[]>> = {
  soap_note: (sorted) => sorted,
  summary: (sorted) => ({ summary: chooseKeyClaims(sorted) }),
}

/**
 * The built-in writer: it has no model and invents nothing. It chooses sentences of the transcript by what they say,
 * since one microphone does not tell who speaks, and puts them where a clinician looks for them.
 */
export function openExtractive(): NoteWriter {
  return { name: 'extractive', languages: ['en'], kinds: Object.keys(KINDS), write }
}

async function write(transcript: Transcript, { kind }: NoteRequest, signal: AbortSignal): Promise<Note> {
  signal.throwIfAborted()
  const choose = KINDS[kind]
  if (!choose || !isNoteKind(kind)) throw new OslerError('kind_unknown')
  const claims = readClaims(transcript)
  const sections = choose(sortClaims(claims.filter(({ isClear }) => isClear)))
  const note = blankNote(kind, transcript.language, 'extractive', warn(claims))
  for (const section of note.sections) section.statements = (sections[section.key] ?? []).map(stateOf)
  return note
}

function readClaims({ items }: Transcript): Claim[] {
  return pairAnswers(items.flatMap(readUtterances))
}

function stateOf({ text, evidence }: Claim): Statement {
  return { text, evidence, support: 'verbatim' }
}

function warn(claims: readonly Claim[]): Warning[] {
  const unclear = claims.filter(({ isClear }) => !isClear).length
  if (unclear === 0) return []
  const sentences = unclear === 1 ? '1 sentence that was' : `${unclear} sentences that were`
  return [{ code: 'unclear_speech', message: `Left out: ${sentences} not heard clearly.` }]
}
