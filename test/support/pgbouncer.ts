import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { Client } from 'pg'
import { findFreePort, lendUser } from './postgres-cluster.ts'
import { until } from './until.ts'

const PROGRAM = '/usr/sbin/pgbouncer'
/** Connections of PostgreSQL that all clients of a database share. */
export const LENT = 8

/** A PgBouncer that lends connections of that PostgreSQL a transaction at a time; `url` is the same database through it. */
export async function startPgbouncer(postgresUrl: string): Promise<AsyncDisposable & { url: string }> {
  const { port: ofPostgres } = new URL(postgresUrl)
  const user = process.getuid?.() === 0 ? await lendUser() : undefined
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-pgbouncer-'))
  if (user) await chown(folder, user.uid, user.gid)
  const port = await findFreePort()
  const settings = join(folder, 'pgbouncer.ini')
  await writeFile(join(folder, 'users'), '"osler" ""\n')
  await writeFile(
    settings,
    `[databases]
* = host=127.0.0.1 port=${ofPostgres}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = ${LENT}
`,
  )
  const running = execa(PROGRAM, ['--quiet', settings], { ...user, stdio: 'ignore', reject: false })
  const url = Object.assign(new URL(postgresUrl), { port: String(port) }).href
  await until('PgBouncer answers', async () => {
    const client = new Client({ connectionString: url })
    const answers = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    return answers
  })
  return {
    url,
    async [Symbol.asyncDispose]() {
      running.kill()
      await running
      await rm(folder, { recursive: true })
    },
  }
}
