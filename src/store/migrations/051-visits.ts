import { type Kysely, sql } from 'kysely'

/** What people say of a consultation, and a hash by which the visits of one patient are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultations')
    .addColumn('visit', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .execute()
  await db.schema.alterTable('consultations').addColumn('patient_hash', 'text').execute()
  await db.schema
    .createIndex('consultations_of_patient')
    .on('consultations')
    .columns(['tenant_id', 'patient_hash'])
    .execute()
}
