import { type Kysely, sql } from 'kysely'

/** Lines name the user, how it went, and their place in the chain of the process that wrote them. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('audit')
    .addColumn('user_id', 'text', (column) => column.notNull().defaultTo(sql`''`))
    .addColumn('status', 'integer')
    .addColumn('chain', 'uuid')
    .addColumn('position', 'integer')
    .execute()
  await schema.createIndex('audit_by_chain').unique().on('audit').columns(['chain', 'position']).execute()
  await schema.createIndex('audit_by_hash').on('audit').column('hash').execute()
}
