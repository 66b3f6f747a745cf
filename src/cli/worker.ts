import { Command } from 'commander'
import { OslerError } from '../domain/errors.ts'
import { openSystem } from '../server/open-system.ts'
import type { Config } from '../server/settings.ts'
import { untilStopped } from './until-stopped.ts'

/** `osler worker` */
export function worker(config: Config): Command {
  return new Command('worker')
    .description('Work on recordings without serving, beside other processes on the same PostgreSQL and data folder.')
    .action(() => run(config))
}

async function run(config: Config): Promise<void> {
  if (!config.databaseUrl) {
    throw new OslerError(
      'request_invalid',
      'A worker needs PostgreSQL: set OSLER_DATABASE_URL. The embedded database serves one process.',
    )
  }
  const stopped = untilStopped()
  await using system = await openSystem(config)
  await system.startWork()
  console.log(`A worker for ${config.workers} recordings at once is running.`)
  await stopped
}
