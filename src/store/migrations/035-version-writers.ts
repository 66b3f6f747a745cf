import type { Kysely } from 'kysely'

/** The engine that wrote a version of a document, where a person did not. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('revisions').addColumn('writer', 'text').execute()
}
