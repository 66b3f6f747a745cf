import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { OslerError } from '../domain/errors.ts'
import { SCOPES, USUAL_SCOPES } from '../domain/tenant.ts'
import type { Config } from '../server/settings.ts'
import { withOperator } from './operator-client.ts'
import { printJson, printTable } from './print.ts'

interface Key {
  id: string
  tenant: string
  name: string
  scopes: string[]
  createdAt: string
  lastUsedAt?: string
  expiresAt?: string
  revokedAt?: string
  secret?: string
}

interface NewKey {
  tenant: string
  scopes: string
  expires?: string
  publicKey?: string
  json?: boolean
}

/** `osler keys create|list|revoke` */
export function keys(config: Config): Command {
  const command = new Command('keys').description('Make, list and revoke API keys.')

  command
    .command('create')
    .description('Make a key. Its secret is shown now and never again.')
    .argument('<name>', 'what the key is for')
    .option('--tenant <id>', 'whose data it reaches', 'default')
    .option('--scopes <list>', `what it may do, of ${SCOPES.join(',')}`, USUAL_SCOPES.join(','))
    .option('--expires <date>', 'when it stops working, as 2027-01-31 or a full ISO 8601 time')
    .option('--public-key <file>', 'register the public key (PEM) of a client that signs, instead of making a secret')
    .option('--json', 'print JSON')
    .action((name: string, options: NewKey) => create(config, name, options))

  command
    .command('list')
    .description('List the keys of all tenants, without their secrets.')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => list(config, options.json === true))

  command
    .command('revoke')
    .description('Make a key stop working at once.')
    .argument('<id>', 'the id that `osler keys list` shows')
    .action((id: string) => revoke(config, id))

  return command
}

async function create(
  config: Config,
  name: string,
  { tenant, scopes, expires, publicKey, json }: NewKey,
): Promise<void> {
  const wanted = {
    ...{ name, tenant, scopes: scopes.split(',') },
    ...(expires && { expiresAt: readTime(expires) }),
    ...(publicKey && { publicKey: await readPem(publicKey) }),
  }
  const key = await withOperator(config, (ask) => ask<Key>('POST', '/api/operator/keys', wanted))
  if (json) return printJson(key)
  if (!key.secret) {
    console.error(`Client "${key.name}" for tenant ${key.tenant}. Its id, the "iss" and "sub" of what it signs:`)
    return console.log(key.id)
  }
  console.error(`Key "${key.name}" for tenant ${key.tenant} (id ${key.id}). Keep it safe: it is not shown again.`)
  console.log(key.secret)
}

async function list(config: Config, json: boolean): Promise<void> {
  const { keys: found } = await withOperator(config, (ask) => ask<{ keys: Key[] }>('GET', '/api/operator/keys'))
  if (json) return printJson(found)
  printTable(
    ['id', 'tenant', 'name', 'scopes', 'last used', 'state'],
    found.map((key) => [key.id, key.tenant, key.name, key.scopes.join(','), key.lastUsedAt ?? 'never', stateOf(key)]),
  )
}

async function revoke(config: Config, id: string): Promise<void> {
  const key = await withOperator(config, (ask) => ask<Key>('DELETE', `/api/operator/keys/${encodeURIComponent(id)}`))
  console.log(`Key "${key.name}" of tenant ${key.tenant} no longer works.`)
}

function stateOf(key: Key): string {
  if (key.revokedAt) return 'revoked'
  if (key.expiresAt && new Date(key.expiresAt) <= new Date()) return 'expired'
  return 'valid'
}

async function readPem(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new OslerError('not_found', `There is no readable file ${file}.`)
  })
}

/** An ISO time; what is none is left as it is, and the server says so. */
function readTime(text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}
