import type { Kysely } from 'kysely'

/** What a job adds to what an earlier one made: a document more, or a version of one. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('jobs').addColumn('amendment', 'jsonb').execute()
}
