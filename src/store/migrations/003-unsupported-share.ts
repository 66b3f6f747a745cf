import type { Kysely } from 'kysely'

/** Which part of a note the proof left out, 0…1; unknown for the notes of before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('notes').addColumn('unsupported_share', 'real').execute()
}
