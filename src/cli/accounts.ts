import { Command, Option } from 'commander'
import { ACCOUNT_ROLE_NAMES, type Account, type InvitedAccount } from '../domain/account.ts'
import { findServer } from '../platform/server-file.ts'
import type { Config } from '../server/settings.ts'
import { type Ask, withOperator } from './operator-client.ts'
import { printJson, printTable } from './print.ts'

interface NewAccount {
  name: string
  role: string
  tenant: string
  json?: boolean
}

/** `osler accounts add|list|reset|disable|enable` */
export function accounts(config: Config): Command {
  const command = new Command('accounts').description(
    'Add, list, reset and disable the accounts of people who sign in.',
  )

  command
    .command('add')
    .description(
      'Add an account, and print the link by which its person chooses a password. It is good once, for a week.',
    )
    .argument('<sign-in-name>', 'what is typed to sign in, as `ada` or `ada@clinic.example`')
    .requiredOption('--name <name>', "the person's, as it stands on what they sign")
    .addOption(new Option('--role <role>', 'what they may do').choices(ACCOUNT_ROLE_NAMES).default('clinician'))
    .option('--tenant <id>', 'whose data it reaches', 'default')
    .option('--json', 'print JSON')
    .action(async (signInName: string, { json, ...account }: NewAccount) => {
      const wanted = { signInName, ...account }
      await printLink(config, json, (ask) => ask('POST', '/api/operator/accounts', wanted))
    })

  command
    .command('list')
    .description('List the accounts of all tenants.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => list(config, options.json === true))

  command
    .command('reset')
    .description('End the password and every session of an account, and print a link by which a new one is chosen.')
    .argument('<sign-in-name>', 'as `osler accounts list` shows it')
    .option('--json', 'print JSON')
    .action((signInName: string, { json }: { json?: boolean }) =>
      printLink(config, json, (ask) => ask('POST', `${pathOf(signInName)}/reset`)),
    )

  for (const [name, isDisabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    command
      .command(name)
      .description(isDisabled ? 'Sign somebody out at once, and let them in no more.' : 'Let somebody in again.')
      .argument('<sign-in-name>', 'as `osler accounts list` shows it')
      .action(async (signInName: string) => {
        await withOperator(config, (ask) => ask('POST', `${pathOf(signInName)}/disable`, { isDisabled }))
        console.log(`The account "${signInName}" is ${name}d.`)
      })
  }

  return command
}

const pathOf = (signInName: string) => `/api/operator/accounts/${encodeURIComponent(signInName)}`

/** The link alone on stdout, below the address of this server. */
async function printLink(config: Config, json: boolean | undefined, make: (ask: Ask) => Promise<unknown>) {
  const { link, ...account } = (await withOperator(config, make)) as InvitedAccount
  const running = config.publicUrl ?? (await findServer(config.data))?.address
  const address = link && `${running || `http://${config.host}:${config.port}`}${link}`
  if (json) return printJson({ ...account, link: address })
  const whose = `Account "${account.signInName}" of ${account.name} (${account.role})`
  if (!address) return console.error(`${whose}: it is its person's who signs in with the organisation by that name.`)
  console.error(`${whose}. The link is good once, for a week:`)
  console.log(address)
}

async function list(config: Config, json: boolean): Promise<void> {
  const { accounts: found } = await withOperator(config, (ask) =>
    ask<{ accounts: Account[] }>('GET', '/api/operator/accounts'),
  )
  if (json) return printJson(found)
  printTable(
    ['id', 'sign-in name', 'name', 'role', 'last signed in', 'state'],
    found.map((account) => [
      ...[account.id, account.signInName, account.name, account.role],
      ...[String(account.lastSignedInAt ?? 'never'), stateOf(account)],
    ]),
  )
}

function stateOf({ disabledAt, hasPassword, hasProvider }: Account): string {
  if (disabledAt) return 'disabled'
  return hasPassword || hasProvider ? 'valid' : 'has a link'
}
