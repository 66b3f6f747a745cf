import { Command } from 'commander'
import { OslerError } from '../domain/errors.ts'
import { TASK_CLASSES } from '../domain/job.ts'
import { announceAddress } from '../platform/server-file.ts'
import { openSystem } from '../server/open-system.ts'
import type { Config } from '../server/settings.ts'
import { untilStopped } from './until-stopped.ts'
import { welcome } from './welcome.ts'

/** `osler serve` */
export function serve(config: Config): Command {
  return new Command('serve')
    .description('Start the server: every door, the workbench, and the work on recordings.')
    .option('--welcome', 'show a key and what to try next; on an empty data folder, process the sample first')
    .action((options: { welcome?: boolean }) => run(config, options.welcome === true))
}

async function run(config: Config, isWelcome: boolean): Promise<void> {
  if (config.workers === 0 && !config.databaseUrl) {
    throw new OslerError(
      'request_invalid',
      'OSLER_WORKERS is 0, and nobody else can work on the embedded database: set 1 or more, or OSLER_DATABASE_URL.',
    )
  }
  const stopped = untilStopped()
  await using system = await openSystem(config)
  await using app = await system.openApp()
  const address = await app.listen({ host: config.host, port: config.port })
  await announceAddress(config.data, address)
  if (config.workers > 0) await system.startWork()
  await system.tell(['serve', ...(config.workers > 0 ? TASK_CLASSES : [])])
  console.log(`Osler listens on ${address}`)
  if (isWelcome) await Promise.race([welcome(system, address), stopped])
  await stopped
  console.log('Osler stops; what is unfinished goes on at the next start.')
}
