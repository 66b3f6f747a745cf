import type { Kysely } from 'kysely'

/** A secret that was changed signs along for a while. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('tenants')
    .addColumn('old_callback_secret', 'text')
    .addColumn('old_callback_secret_until', 'timestamptz')
    .execute()
}
