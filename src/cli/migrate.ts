import { Command } from 'commander'
import { openStore } from '../server/open-store.ts'
import type { Config } from '../server/settings.ts'

/** `osler migrate` */
export function migrate(config: Config): Command {
  return new Command('migrate')
    .description(
      'Bring the database up to date, see that the recordings are its own, and end: before new servers start.',
    )
    .action(async () => {
      await using _store = await openStore(config)
      console.log('The database is up to date, and the recordings are its own.')
    })
}
