import { Command, Option } from 'commander'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'
import { printJson, printTable } from './print.ts'

interface Request {
  id: string
  tenant: string
  door: string
  status: string
  progress: number
  delivery?: string
  createdAt: string
  error?: { message: string }
}

interface Filter {
  status?: string
  delivery?: string
  limit: string
  json?: boolean
}

/** `osler requests list|retry|redeliver` */
export function requests(config: Config): Command {
  const command = new Command('requests').description('List requests, run failed ones again, send callbacks again.')

  command
    .command('list')
    .description('List the newest requests of all tenants.')
    .addOption(new Option('--status <status>', 'only these').choices(['ongoing', 'succeeded', 'failed']))
    .addOption(new Option('--delivery <state>', 'only these').choices(['pending', 'delivered', 'dead']))
    .option('--limit <count>', 'how many', '50')
    .option('--json', 'print JSON')
    .action((filter: Filter) => list(config, filter))

  command
    .command('retry')
    .description('Run a failed request again, with the recording that was kept.')
    .argument('<id...>', 'ids that `osler requests list` shows')
    .action((ids: string[]) => act(config, ids, 'retry', 'is queued again'))

  command
    .command('redeliver')
    .description('Send the callback of a finished request again.')
    .argument('<id...>', 'ids that `osler requests list --delivery dead` shows')
    .action((ids: string[]) => act(config, ids, 'redeliver', 'is sent again'))

  return command
}

async function list(config: Config, { json, ...filter }: Filter): Promise<void> {
  const path = `/api/operator/requests?${new URLSearchParams({ ...filter })}`
  const { requests: found } = await withOperator(config, (ask) => ask<{ requests: Request[] }>('GET', path))
  if (json) return printJson(found)
  printTable(
    ['id', 'tenant', 'door', 'status', 'progress', 'delivery', 'why'],
    found.map((request) => [
      ...[request.id, request.tenant, request.door, request.status, `${Math.floor(request.progress * 100)} %`],
      ...[request.delivery ?? '-', request.error?.message ?? ''],
    ]),
  )
}

async function act(config: Config, ids: string[], action: 'retry' | 'redeliver', done: string): Promise<void> {
  await withOperator(config, async (ask) => {
    for (const id of ids) {
      await ask('POST', `/api/operator/requests/${encodeURIComponent(id)}/${action}`)
      console.log(`${id} ${done}.`)
    }
  })
}
