import { Command } from 'commander'
import { DEFAULT_TENANT } from '../domain/tenant.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'

interface Secrets {
  secrets: [newest: string, old?: string]
}

/** `osler callbacks secret|rotate` */
export function callbacks(config: Config): Command {
  const command = new Command('callbacks').description('Show or change the secret that signs callbacks.')
  const tenant = ['--tenant <id>', 'whose callbacks', DEFAULT_TENANT] as const

  command
    .command('secret')
    .description('Print the secret with which receivers check the signatures.')
    .option(...tenant)
    .action((options: { tenant: string }) => print(config, 'GET', options.tenant))

  command
    .command('rotate')
    .description('Make a new secret. For a day callbacks carry the signature of the old one too.')
    .option(...tenant)
    .action((options: { tenant: string }) => print(config, 'POST', options.tenant, '/rotate'))

  return command
}

async function print(config: Config, method: 'GET' | 'POST', tenant: string, action = ''): Promise<void> {
  const path = `/api/operator/tenants/${encodeURIComponent(tenant)}/callback-secrets${action}`
  const { secrets } = await withOperator(config, (ask) => ask<Secrets>(method, path))
  console.log(secrets[0])
}
