import { type SqlBool, sql } from 'kysely'
import type { Consultation } from '../domain/consultation.ts'
import { isId } from '../domain/ids.ts'
import type { VisitState } from '../domain/search.ts'
import { readConsultations, selectConsultations } from './consultations.ts'
import type { Handle } from './tables.ts'

/** A consultation that is not found by its words yet. */
export interface Unsearchable {
  id: string
  tenantId: string
  mark: number
}

const isStale = (madeWith: string) =>
  sql<SqlBool>`(made_with is null or made_with < ${madeWith} or made_with > ${madeWith})`

/** The newest of all tenants, or of one, whose hashes are not of what stands, or were made with another secret. */
export async function listUnsearchable(
  db: Handle,
  { madeWith, tenantId, limit }: { madeWith: string; tenantId?: string; limit: number },
): Promise<Unsearchable[]> {
  let query = db
    .selectFrom('searchable')
    .select(['consultation_id as id', 'tenant_id as tenantId', 'mark'])
    .where(isStale(madeWith))
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  return query.orderBy('consultation_id', 'desc').limit(limit).execute()
}

/** How many of a tenant's consultations are not found by their words yet. */
export async function countUnsearchable(db: Handle, tenantId: string, madeWith: string): Promise<number> {
  const query = db.selectFrom('searchable').where('tenant_id', '=', tenantId).where(isStale(madeWith))
  return Number((await query.select(({ fn }) => fn.countAll().as('all')).executeTakeFirstOrThrow()).all)
}

/** Keeps the hashes of a consultation's words, unless the words changed since the mark was read. */
export async function saveHashes(
  db: Handle,
  { id, mark }: Unsearchable,
  madeWith: string,
  hashes: Iterable<string>,
): Promise<void> {
  await db
    .updateTable('searchable')
    .set({ made_with: madeWith, words: toArray(hashes) })
    .where('consultation_id', '=', id)
    .where('mark', '=', mark)
    .execute()
}

/** What is looked for: every group has a hash that the consultation has, too. */
export interface HashedSearch {
  groups: readonly (readonly string[])[]
  madeWith: string
  from?: Date | undefined
  until?: Date | undefined
  state?: VisitState | undefined
  limit: number
  before?: string | undefined
}

/** The tenant's consultations that fit, newest first. */
export async function searchConsultations(db: Handle, tenantId: string, search: HashedSearch): Promise<Consultation[]> {
  const { groups, madeWith, from, until, state, limit, before } = search
  let query = selectConsultations(db, tenantId).orderBy('id', 'desc').limit(limit)
  if (before && isId(before)) query = query.where('id', '<', before)
  if (from) query = query.where('created_at', '>=', from)
  if (until) query = query.where('created_at', '<', until)
  if (state) query = query.where(STATES[state])
  if (groups.length > 0) {
    let found = db.selectFrom('searchable').select('consultation_id').where('tenant_id', '=', tenantId)
    for (const hashes of groups) found = found.where(sql<SqlBool>`words && ${toArray(hashes)}::bigint[]`)
    query = query.where('id', 'in', found.where('made_with', '=', madeWith))
  }
  return readConsultations(db, await query.execute())
}

const toArray = (hashes: Iterable<string>) => `{${[...hashes].join(',')}}`

/** How the newest request of a consultation stands; what is added later is not its request. */
const status = sql`(
  select status from jobs where consultation_id = consultations.id and amendment is null order by id desc limit 1)`
const hasNotes = sql`exists (select from notes where consultation_id = consultations.id)`
const hasUnsigned = sql`exists (
  select from notes where consultation_id = consultations.id and not exists (
    select from revisions where revisions.consultation_id = consultations.id and subject = notes.kind and is_signed))`
const goesOn = sql`(
  exists (select from series where consultation_id = consultations.id and finished_at is null) or
  exists (select from live_recordings join recordings on recordings.id = recording_id
    where consultation_id = consultations.id and live_recordings.ended_at is null))`

const STATES: Record<VisitState, ReturnType<typeof sql<SqlBool>>> = {
  toReview: sql<SqlBool>`${status} = 'succeeded' and ${hasUnsigned}`,
  notToReview: sql<SqlBool>`(${status} is distinct from 'succeeded' or not ${hasUnsigned})`,
  signed: sql<SqlBool>`${status} = 'succeeded' and ${hasNotes} and not ${hasUnsigned}`,
  ongoing: sql<SqlBool>`(${status} = 'ongoing' or ${goesOn})`,
  failed: sql<SqlBool>`${status} = 'failed'`,
}
