import { newId } from '../domain/ids.ts'
import type { Section } from '../domain/note.ts'
import type { Revision } from '../domain/revision.ts'
import type { Item } from '../domain/transcript.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

export interface NewRevision {
  tenantId: string
  consultationId: string
  subject: string
  version: number
  content: Item[] | Section[]
  author: string
  keyId: string
  isSigned?: boolean
}

/** Writes the version, unless it is there already: undefined then. */
export async function insertRevision(db: Handle, revision: NewRevision): Promise<Revision | undefined> {
  const { tenantId, consultationId, subject, version, content, author, keyId, isSigned = false } = revision
  const row = await db
    .insertInto('revisions')
    .values({
      ...{ id: newId(), tenant_id: tenantId, consultation_id: consultationId, subject, version, author },
      ...{ key_id: keyId, is_signed: isSigned, content: confidential(content) },
    })
    .onConflict((conflict) => conflict.constraint('revision_is_written_once').doNothing())
    .returning('created_at as createdAt')
    .executeTakeFirst()
  return row && { version, content, author, isSigned, createdAt: row.createdAt }
}

/** Every version that a person made, oldest first. */
export async function listRevisions(db: Handle, consultationId: string, subject: string): Promise<Revision[]> {
  return selectRevisions(db, consultationId).where('subject', '=', subject).execute()
}

/** The newest version of everything in a consultation that a person has changed, by its subject. */
export async function newestRevisions(db: Handle, consultationId: string): Promise<Map<string, Revision>> {
  const rows = await selectRevisions(db, consultationId).select('subject').execute()
  return new Map(rows.map(({ subject, ...revision }) => [subject, revision]))
}

function selectRevisions(db: Handle, consultationId: string) {
  return db
    .selectFrom('revisions')
    .select(['version', 'content', 'author', 'is_signed as isSigned', 'created_at as createdAt'])
    .where('consultation_id', '=', consultationId)
    .orderBy('version')
}
