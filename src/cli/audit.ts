import { Command } from 'commander'
import { OslerError } from '../domain/errors.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'
import { printJson, printTable } from './print.ts'

interface Line {
  number: number
  at: string
  tenant: string
  key: string
  user: string
  origin: string
  action: string
  subject: string
  /** Null of what was about to be done. */
  status: number | null
}

interface Check {
  lines: number
  lastHash: string
  brokenAt?: number
  isCut?: true
}

interface ListOptions {
  tenant?: string
  limit: string
  json?: boolean
}

/** `osler audit list|verify` */
export function audit(config: Config): Command {
  const command = new Command('audit').description(
    'Show who did what to which consultation, and check that no line was changed.',
  )

  command
    .command('list')
    .description('List the newest lines.')
    .option('--tenant <tenant>', 'only of this one')
    .option('--limit <count>', 'how many', '50')
    .option('--json', 'print JSON')
    .action((options: ListOptions) => list(config, options))

  command
    .command('verify')
    .description('Check that every line follows from the one before it; exits with 1 where one does not.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => verify(config, options.json === true))

  return command
}

async function list(config: Config, { json, ...filter }: ListOptions): Promise<void> {
  const path = `/api/operator/audit?${new URLSearchParams({ ...filter })}`
  const { lines } = await withOperator(config, (ask) => ask<{ lines: Line[] }>('GET', path))
  if (json) return printJson(lines)
  printTable(
    ['number', 'at', 'tenant', 'key', 'user', 'from', 'what', 'id', 'answered'],
    lines.map(({ number, at, tenant, key, user, origin, action, subject, status }) => [
      ...[String(number), at, tenant, key, user, origin, action, subject, String(status ?? '')],
    ]),
  )
}

async function verify(config: Config, json: boolean): Promise<void> {
  const check = await withOperator(config, (ask) => ask<Check>('GET', '/api/operator/audit/verify'))
  if (json) printJson(check)
  if (check.brokenAt !== undefined) {
    const message = `Line ${check.brokenAt} does not follow from the one before: it, or one before it, was changed or taken out.`
    throw new OslerError('audit_broken', message, { line: check.brokenAt })
  }
  if (check.isCut)
    throw new OslerError('audit_broken', 'The line that was written last is not there: lines were cut off the end.')
  if (!json) console.log(`${check.lines} lines, none changed. The last hash is ${check.lastHash || 'none'}.`)
}
