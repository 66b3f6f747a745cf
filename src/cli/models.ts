import { Command } from 'commander'
import type { Config } from '../config.ts'
import { listOffers, openEngines } from '../system.ts'
import { printJson, printTable } from './print.ts'

/** `osler models` */
export function models(config: Config): Command {
  return new Command('models')
    .description('Show what this server can hear and write: engines, their models and languages.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => list(config, options.json === true))
}

async function list(config: Config, json: boolean): Promise<void> {
  const offers = listOffers(await openEngines(config))
  if (json) return printJson(offers)
  printTable(
    ['task', 'engine', 'model', 'languages'],
    offers.map(({ task, engine, model, languages }) => [task, engine, model, languages.join(', ')]),
  )
}
