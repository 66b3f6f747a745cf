import type { Note } from '../domain/note.ts'
import type { Warning } from '../domain/transcript.ts'
import type { Wish } from '../domain/wish.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'

/** Says so on a note whose writer could not do as it was asked in words. */
export function warnUnfollowed(
  { writer }: Note,
  wishes: readonly Wish[] | undefined,
  writers: readonly NoteWriter[],
): Warning[] {
  const count = wishes?.length ?? 0
  if (count === 0 || writers.some(({ name, followsWishes }) => name === writer && followsWishes)) return []
  const wished = count === 1 ? '1 wish' : `${count} wishes`
  return [{ code: 'wishes_unfollowed', message: `Left aside: ${wished} in words, which need a language model.` }]
}
