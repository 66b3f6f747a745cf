import { type Kysely, sql } from 'kysely'

/**
 * Whose a session is and through which door it was begun, by which lists ask. What was stored before told that in details
 * that may be sealed, which SQL cannot open: `carry-over-owners` fills the columns.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table consultations add door text, add user_id text, add patient_id text`.execute(db)
  await sql`create index consultations_by_door on consultations (tenant_id, door, id) where door <> ''`.execute(db)
  await sql`
    create index consultations_by_user on consultations (tenant_id, user_id, id) where user_id is not null`.execute(db)
  await sql`
    create index consultations_by_patient on consultations (tenant_id, patient_id, id)
    where patient_id is not null`.execute(db)
  await sql`create index consultations_missing_door on consultations (id) where door is null`.execute(db)
  await sql`alter table records add user_id text`.execute(db)
  await sql`
    create index records_by_user on records (tenant_id, collection, user_id) where user_id is not null`.execute(db)
  await sql`
    create index records_missing_user on records (id)
    where collection = 'heidi.linked_accounts' and user_id is null`.execute(db)
}
