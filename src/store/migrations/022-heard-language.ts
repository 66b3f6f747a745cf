import type { Kysely } from 'kysely'

/** The language that an engine heard in a stretch, where it was not told. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('stretches').addColumn('language', 'text').execute()
}
