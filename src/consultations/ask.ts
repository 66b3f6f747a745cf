import type { Note } from '../domain/note.ts'
import { kindOfTemplate, type Template } from '../domain/template.ts'
import type { Handle } from '../store/tables.ts'
import type { WriteNow } from './export.ts'
import { readRecord } from './read.ts'

/**
 * What was said about a question, sentence by sentence with its items, by the quickest writer; nothing is kept. Throws
 * `not_found`, `not_ready`.
 */
export async function ask(
  { db, writeNow }: { db: Handle; writeNow: WriteNow },
  tenantId: string,
  id: string,
  question: string,
): Promise<Note> {
  const { transcript } = await readRecord(db, tenantId, id)
  const [answer] = await writeNow(transcript, ['answer'], { instruction: question })
  return answer as Note
}

/**
 * What a template would make of this consultation, by the quickest writer; nothing is kept, neither of it nor of the
 * template. Throws `not_found`, `not_ready`.
 */
export async function preview(
  { db, writeNow }: { db: Handle; writeNow: WriteNow },
  tenantId: string,
  id: string,
  template: Omit<Template, 'id'>,
): Promise<Note> {
  const { transcript } = await readRecord(db, tenantId, id)
  const named = { ...template, id: 'preview' }
  const [note] = await writeNow(transcript, [kindOfTemplate(named.id)], { templates: [named] })
  return note as Note
}
