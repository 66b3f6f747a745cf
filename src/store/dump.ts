import { openAsBlob } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { execa } from 'execa'
import { OslerError } from '../domain/errors.ts'
import { childEnvironment } from '../platform/child-environment.ts'
import { DurableFiles } from './durable-files.ts'

/** Opens a copy of the embedded database once: what was changed while it was made is applied, and what is not whole is told. */
export async function openCopy(folder: string): Promise<void> {
  const pglite = await PGlite.create({ fs: new DurableFiles(folder) })
  await pglite.close()
}

/** Makes the embedded database anew from the archive that older versions wrote, in a folder that is not there yet. */
export async function loadEmbedded(file: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pglite = await PGlite.create({ fs: new DurableFiles(folder), loadDataDir: await openAsBlob(file) })
  await pglite.close()
}

/** Writes all of a PostgreSQL database into a file, with PostgreSQL's own program. Throws `engine_missing`. */
export const dumpPostgres = (url: string, file: string) =>
  runProgram('pg_dump', url, ['--format=custom', '--no-owner', '--no-acl', `--file=${file}`])

/** Fills an empty PostgreSQL database from such a file; nothing of it stands when that fails. Throws `engine_missing`. */
export const loadPostgres = (file: string, url: string) =>
  runProgram('pg_restore', url, ['--single-transaction', '--exit-on-error', '--no-owner', '--no-acl', file])

/** SECURITY: the password goes by the environment, since others can read a process's words. */
async function runProgram(program: string, url: string, words: string[]): Promise<void> {
  const address = new URL(url)
  const { password } = address
  address.password = ''
  const env: Record<string, string> = password ? { PGPASSWORD: decodeURIComponent(password) } : {}
  await execa(program, [`--dbname=${address}`, ...words], {
    ...{ extendEnv: false, env: childEnvironment(env), stdin: 'ignore' },
  }).catch((cause) => {
    if (cause.code === 'ENOENT') {
      throw new OslerError(
        'engine_missing',
        `${program} is not installed: run \`apt-get install postgresql-client\`.`,
        {},
        { cause },
      )
    }
    throw new OslerError('backup_failed', `${program} failed: ${String(cause.stderr).split('\n')[0]}`, {}, { cause })
  })
}
