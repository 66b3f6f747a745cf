import { isId } from '../domain/ids.ts'
import { isTold, type Section } from '../domain/note.ts'
import { TRANSCRIPT } from '../domain/revision.ts'
import type { Visit } from '../domain/visit.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

/** Sets what is said of a consultation; false when the tenant has none of this id. */
export async function setVisit(
  db: Handle,
  tenantId: string,
  id: string,
  visit: Visit,
  patientHash: string | null,
): Promise<boolean> {
  if (!isId(id)) return false
  const row = await db
    .updateTable('consultations')
    .set({ visit: confidential(visit), patient_hash: patientHash })
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A recording of a consultation that goes on, or was broken off; `series` where one that came in segments was not finished. */
export interface Unfinished {
  series?: string
}

export async function listUnfinished(db: Handle, ids: readonly string[]): Promise<Map<string, Unfinished>> {
  if (ids.length === 0) return new Map()
  const live = await db
    .selectFrom('live_recordings')
    .innerJoin('recordings', 'recordings.id', 'recording_id')
    .select('consultation_id as id')
    .where('consultation_id', 'in', ids)
    .where('live_recordings.ended_at', 'is', null)
    .execute()
  const series = await db
    .selectFrom('series')
    .select(['id as series', 'consultation_id as id'])
    .where('consultation_id', 'in', ids)
    .where('finished_at', 'is', null)
    .execute()
  return new Map([...live, ...series].map(({ id, ...unfinished }) => [id, unfinished]))
}

/** The kinds of the documents of each consultation that were signed. */
export async function listSigned(db: Handle, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revisions')
    .select(['consultation_id as id', 'subject'])
    .distinct()
    .where('consultation_id', 'in', ids)
    .where('is_signed', '=', true)
    .where('subject', '!=', TRANSCRIPT)
    .execute()
  const groups = Map.groupBy(rows, ({ id }) => id)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ subject }) => subject)]))
}

/** How the first document of each consultation begins, as people left it: its first statement. */
export async function listOpenings(db: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const written = await db
    .selectFrom('notes')
    .distinctOn('consultation_id')
    .select(['consultation_id as id', 'kind', 'sections'])
    .where('consultation_id', 'in', ids)
    .orderBy('consultation_id')
    .orderBy('job_id')
    .orderBy('position')
    .execute()
  const changed = await db
    .selectFrom('revisions')
    .distinctOn(['consultation_id', 'subject'])
    .select(['consultation_id as id', 'subject as kind', 'content'])
    .where('consultation_id', 'in', ids)
    .where('subject', '!=', TRANSCRIPT)
    .orderBy('consultation_id')
    .orderBy('subject')
    .orderBy('version', 'desc')
    .execute()
  const left = new Map(changed.map(({ id, kind, content }) => [`${id} ${kind}`, content as Section[]]))
  const openings = written.flatMap(({ id, kind, sections }) => {
    const [first] = (left.get(`${id} ${kind}`) ?? sections).flatMap(({ statements }) => statements.filter(isTold))
    return first ? [[id, first.text] as const] : []
  })
  return new Map(openings)
}
