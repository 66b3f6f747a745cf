import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { untilStopped } from '../../src/cli/until-stopped.ts'
import { openSystem } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { openFakedEngines } from './faked-engines.ts'

// A process of Osler as `osler serve` or `osler worker` would be, but that its engines are faked: what is measured then is
// the queue, the database and the store. `node bench/cluster/faked-node.ts serve`, or `worker`, or `hearer`; with `next`
// behind it, it is of a version that has added to the tables.

const ADDED: Migration = {
  async up(db) {
    await sql`alter table jobs add ward text not null default 'none'`.execute(db)
  },
}

if (import.meta.main) {
  const [role, version] = process.argv.slice(2)
  const config = readConfig(process.env)
  const stopped = untilStopped()
  if (version === 'next') {
    await using database = await openDatabase({ url: config.databaseUrl, folder: '' })
    await migrate(database.db, { ...MIGRATIONS, '990-next': ADDED })
  }
  await using system = await openSystem(config, undefined, openFakedEngines)
  if (role === 'serve') {
    await using app = await system.openApp()
    console.log(`listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
    await stopped
  } else {
    await system.startWork(role === 'hearer' ? undefined : ['write'])
    console.log('works')
    await stopped
  }
}
