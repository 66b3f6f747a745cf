import { Command } from 'commander'
import { buildApp } from '../api/http/app.ts'
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
  const stopped = untilStopped()
  await using system = await openSystem(config)
  const app = await buildApp(system.forDoors)
  await using _ = { [Symbol.asyncDispose]: () => app.close() }
  const address = await app.listen({ host: config.host, port: config.port })
  await announceAddress(config.data, address)
  await system.startWork()
  console.log(`Osler listens on ${address}`)
  if (isWelcome) await Promise.race([welcome(system, address), stopped])
  await stopped
  console.log('Osler stops; what is unfinished goes on at the next start.')
}
