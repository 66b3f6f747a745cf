import type { Kysely, KyselyPlugin } from 'kysely'
import type { Tables } from '../../src/store/tables.ts'

/** The same database, and how many queries went through it. */
export function countQueries(db: Kysely<Tables>) {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(plugin), count: () => count }
}
