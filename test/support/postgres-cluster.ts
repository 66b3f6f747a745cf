import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa, type Options } from 'execa'
import { until } from './until.ts'

const VERSIONS = '/usr/lib/postgresql'

/** Ends at once, without waiting for the connections of tests that failed. */
const RUNNING = { stdio: 'ignore', reject: false, killSignal: 'SIGQUIT' } as const

export interface Cluster extends AsyncDisposable {
  /** Of its database `postgres`, for a user who may make further ones. */
  url: string
  /** Stops it as a crash would, and starts it again after so long. */
  restart(afterMs: number): Promise<void>
}

/**
 * A PostgreSQL of the tests' own, on a free port, gone when disposed and when this process ends. It will not run as
 * root, so root lends it a user.
 */
export async function startCluster(): Promise<Cluster> {
  const programs = await findPrograms()
  const user = process.getuid?.() === 0 ? await lendUser() : undefined
  const root = await mkdtemp(join(tmpdir(), 'osler-test-postgres-'))
  if (user) await chown(root, user.uid, user.gid)
  const folder = join(root, 'data')
  const run = (program: string, words: string[], options: Options = {}) =>
    execa(join(programs, program), words, { cwd: '/', ...user, ...options })
  await run('initdb', ['-D', folder, '-U', 'osler', '-A', 'trust', '--no-sync'])
  const port = await findFreePort()
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=300', '-c', 'fsync=off']
  const start = () => run('postgres', ['-D', folder, '-k', root, '-p', String(port), ...settings], RUNNING)
  const answers = () =>
    until('PostgreSQL answers', async () => {
      const { exitCode } = await run('pg_isready', ['-h', '127.0.0.1', '-p', String(port)], { reject: false })
      return exitCode === 0
    })
  let server = start()
  await answers()
  return {
    url: `postgres://osler@127.0.0.1:${port}/postgres`,
    async restart(afterMs) {
      server.kill()
      await server
      await sleep(afterMs)
      server = start()
      await answers()
    },
    async [Symbol.asyncDispose]() {
      server.kill()
      await server
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** The user that Debian's package brings with it. */
export async function lendUser(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([execa('id', ['-u', 'postgres']), execa('id', ['-g', 'postgres'])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

async function findPrograms(): Promise<string> {
  const versions = await readdir(VERSIONS).catch(() => [])
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (newest) return join(VERSIONS, newest, 'bin')
  throw new Error('PostgreSQL is not installed: run `apt-get install postgresql`, or `npm test`, which does.')
}

export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
