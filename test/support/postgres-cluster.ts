import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

const VERSIONS = '/usr/lib/postgresql'

export interface Cluster extends AsyncDisposable {
  /** Of its database `postgres`, for a user who may make further ones. */
  url: string
}

/** A PostgreSQL of the tests' own, on a free port, gone when disposed. It will not run as root, so root lends it a user. */
export async function startCluster(): Promise<Cluster> {
  const programs = await findPrograms()
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-postgres-'))
  const port = await findFreePort()
  const isRoot = process.getuid?.() === 0
  const run = (program: string, words: string[]) => {
    const command = [join(programs, program), ...words]
    return isRoot
      ? execa('runuser', ['-u', 'postgres', '--', ...command], { cwd: '/' })
      : execa(command[0] ?? '', command.slice(1))
  }
  if (isRoot) await execa('chown', ['postgres', folder])
  await run('initdb', ['-D', join(folder, 'data'), '-U', 'osler', '-A', 'trust', '--no-sync'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=300 -c fsync=off`
  await run('pg_ctl', ['-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  return {
    url: `postgres://osler@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      await run('pg_ctl', ['-D', join(folder, 'data'), '-w', '-m', 'immediate', 'stop'])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function findPrograms(): Promise<string> {
  const versions = await readdir(VERSIONS).catch(() => [])
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (newest) return join(VERSIONS, newest, 'bin')
  throw new Error('PostgreSQL is not installed: run `apt-get install postgresql`, or `npm test`, which does.')
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
