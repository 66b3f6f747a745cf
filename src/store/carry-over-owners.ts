import { sql } from 'kysely'
import type { ConsultationDetails } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'
import { isId } from '../domain/ids.ts'
import type { Handle } from './tables.ts'

/** Some ten milliseconds of opening what is sealed. */
const AT_ONCE = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Fills in whose the sessions and linked accounts are that were stored before there were columns for it, batch by batch.
 * What is sealed with a key that is not here waits for a start that has it. Processes that start together may all do it.
 */
export async function carryOverOwners(db: Handle): Promise<void> {
  await carryOver({
    list: (after) => missingDoors(db).select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute(),
    open: (ids) => missingDoors(db).select(['id', 'details as content']).where('id', 'in', ids).execute(),
    save: (rows) => saveSessions(db, rows),
  })
  await carryOver({
    list: (after) => missingUsers(db).select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute(),
    open: (ids) => missingUsers(db).select(['id', 'data as content']).where('id', 'in', ids).execute(),
    save: (rows) => saveAccounts(db, rows),
  })
}

const missingDoors = (db: Handle) => db.selectFrom('consultations').where('door', 'is', null)

const missingUsers = (db: Handle) =>
  db.selectFrom('records').where('collection', '=', sql.lit('heidi.linked_accounts')).where('user_id', 'is', null)

interface Row {
  id: string
  content: Record<string, unknown>
}

interface Steps {
  /** The next that are to be carried over. */
  list(after: string): Promise<{ id: string }[]>
  open(ids: readonly string[]): Promise<Row[]>
  save(rows: readonly Row[]): Promise<unknown>
}

async function carryOver({ list, open, save }: Steps): Promise<void> {
  let after = BEFORE_ALL
  for (;;) {
    const ids = (await list(after)).map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    await save(await openAll(ids, open))
  }
}

/** All of them that can be opened. */
async function openAll(ids: readonly string[], open: Steps['open']): Promise<Row[]> {
  try {
    return await open(ids)
  } catch (error) {
    if (!(error instanceof OslerError) || !['key_lost', 'blob_damaged'].includes(error.code)) throw error
    if (ids.length === 1) return []
    const half = Math.ceil(ids.length / 2)
    return [...(await openAll(ids.slice(0, half), open)), ...(await openAll(ids.slice(half), open))]
  }
}

/** What was no session has no details. */
function saveSessions(db: Handle, rows: readonly Row[]): Promise<unknown> {
  const owners = rows.map(({ id, content }) => ({ id, ...readOwner(content) }))
  return sql`
    update consultations set door = owner.door, user_id = owner.user_id, patient_id = owner.patient_id
    from json_to_recordset(${JSON.stringify(owners)}::json) as owner (id uuid, door text, user_id text, patient_id text)
    where consultations.id = owner.id and consultations.door is null`.execute(db)
}

/** The names are those that Heidi's door gave them. */
function readOwner({ door = '', user_id, patient_profile_id: patientId }: ConsultationDetails) {
  return { door, user_id, patient_id: isId(patientId) ? String(patientId).toLowerCase() : null }
}

function saveAccounts(db: Handle, rows: readonly Row[]): Promise<unknown> {
  const owners = rows.map(({ id, content: { owner: user_id } }) => ({ id, user_id }))
  return sql`
    update records set user_id = owner.user_id
    from json_to_recordset(${JSON.stringify(owners)}::json) as owner (id uuid, user_id text)
    where records.id = owner.id`.execute(db)
}
