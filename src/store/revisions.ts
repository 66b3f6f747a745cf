import { sql } from 'kysely'
import { newId } from '../domain/ids.ts'
import type { Section } from '../domain/note.ts'
import { type Corrections, changedElsewhere, type Revision, TRANSCRIPT } from '../domain/revision.ts'
import type { Item } from '../domain/transcript.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

interface NewRevision {
  tenantId: string
  consultationId: string
  subject: string
  version: number
  content: Item[] | Section[]
  author: string
  /** The engine that wrote it, where a person did not. */
  writer?: string
  keyId: string
  isSigned?: boolean
}

/** Writes the version, unless it is there already: undefined then. */
async function insertRevision(db: Handle, revision: NewRevision): Promise<Revision | undefined> {
  const { tenantId, consultationId, subject, version, content, author, writer, keyId, isSigned = false } = revision
  const row = await db
    .insertInto('revisions')
    .values({
      ...{ id: newId(), tenant_id: tenantId, consultation_id: consultationId, subject, version, author },
      ...{ key_id: keyId, is_signed: isSigned, content: confidential(content), writer: writer ?? null },
    })
    .onConflict((conflict) => conflict.constraint('revision_is_written_once').doNothing())
    .returning('created_at as createdAt')
    .executeTakeFirst()
  return row && { version, content, author, ...(writer && { writer }), isSigned, createdAt: row.createdAt }
}

/** Writes the version behind the one that was seen. Throws `changed_elsewhere` when it is there already. */
export async function addVersion(
  db: Handle,
  { seen, ...revision }: Omit<NewRevision, 'version'> & { seen: number },
): Promise<number> {
  const version = seen + 1
  if (await insertRevision(db, { ...revision, version })) return version
  throw changedElsewhere(revision.subject, seen)
}

/** Every version that a person made, oldest first. */
export async function listRevisions(db: Handle, consultationId: string, subject: string): Promise<Revision[]> {
  const rows = await selectRevisions(db, consultationId).where('subject', '=', subject).execute()
  return rows.map(revisionOf)
}

/** What people changed in each of the consultations; one that nobody has changed is not among them. */
export async function readCorrections(
  db: Handle,
  consultationIds: readonly string[],
): Promise<Map<string, Corrections>> {
  if (consultationIds.length === 0) return new Map()
  const changed = db
    .selectFrom('revisions')
    .select([...COLUMNS, KEY_NAME, IS_ACCOUNT, 'consultation_id as id', 'subject'])
    .where('consultation_id', 'in', consultationIds)
  const transcripts = await changed
    .distinctOn('consultation_id')
    .where('subject', '=', TRANSCRIPT)
    .orderBy('consultation_id')
    .orderBy('version', 'desc')
    .execute()
  const documents = await changed.where('subject', '!=', TRANSCRIPT).orderBy('version').execute()
  const ids = new Set([...transcripts, ...documents].map(({ id }) => id))
  return new Map(
    [...ids].map((id) => {
      const newest = transcripts.find((row) => row.id === id)
      const transcript = newest && (revisionOf(newest) as Revision<Item[]>)
      const own = documents
        .filter((row) => row.id === id)
        .map((row) => revisionOf(row) as Revision<Section[]> & { subject: string })
      return [id, { ...(transcript && { transcript }), documents: Map.groupBy(own, ({ subject }) => subject) }]
    }),
  )
}

const COLUMNS = ['version', 'content', 'author', 'writer', 'is_signed as isSigned', 'created_at as createdAt'] as const

/** SECURITY: who signed is told by the credential; a key of the settings has no row, and is named by its setting. */
const KEY_NAME = sql<string>`
  coalesce((select name from api_keys where api_keys.id::text = revisions.key_id),
    (select sign_in_name from accounts where accounts.id::text = revisions.key_id), split_part(revisions.key_id, '-', 1))`.as(
  'key',
)
const IS_ACCOUNT = sql<boolean>`
  exists (select from accounts where accounts.id::text = revisions.key_id)`.as('isAccount')

const revisionOf = <Row extends Omit<Revision, 'writer'> & { writer: string | null }>({ writer, ...row }: Row) => ({
  ...row,
  ...(writer !== null && { writer }),
})

function selectRevisions(db: Handle, consultationId: string) {
  return db
    .selectFrom('revisions')
    .select(COLUMNS)
    .select([KEY_NAME, IS_ACCOUNT])
    .where('consultation_id', '=', consultationId)
    .orderBy('version')
}
