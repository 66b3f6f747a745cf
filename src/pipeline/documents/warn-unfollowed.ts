import { serves } from '../../domain/language.ts'
import type { Note } from '../../domain/note.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { NoteRequest, NoteWriter } from '../../engines/notes/note-writer.ts'

/** Says so on a note whose writer could not do all that was asked of it. */
export function warnUnfollowed(note: Note, request: NoteRequest, writers: readonly NoteWriter[]): Warning[] {
  return [...warnOfWishes(note, request, writers), ...warnOfLanguage(note, request)]
}

function warnOfWishes({ writer }: Note, { wishes = [] }: NoteRequest, writers: readonly NoteWriter[]): Warning[] {
  const isHeeded = writers.some(({ name, followsWishes }) => name === writer && followsWishes)
  if (wishes.length === 0 || isHeeded) return []
  const wished = wishes.length === 1 ? '1 wish' : `${wishes.length} wishes`
  return [{ code: 'wishes_unfollowed', message: `Left aside: ${wished} in words, which need a language model.` }]
}

function warnOfLanguage({ language: written }: Note, { language: wanted = written }: NoteRequest): Warning[] {
  if (serves(written, wanted) || serves(wanted, written)) return []
  return [{ code: 'language_unavailable', message: `Asked for in ${wanted}, written in ${written}.` }]
}
