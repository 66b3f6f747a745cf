import type { Kysely } from 'kysely'

/** Which master key seals what comes: without it nothing is opened and nothing stored in the plain. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('installation').addColumn('sealed_with', 'text').execute()
}
