import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'

/** The process that has the data folder open, and where it answers once it listens. */
export interface RunningServer {
  pid: number
  /** Empty until it listens. */
  address: string
}

const fileOf = (folder: string) => join(folder, 'server.json')

/** True when the process lives and is an Osler: after a restart of the machine another may have its number. */
async function isOsler(pid: number): Promise<boolean> {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'main.ts')).includes('main.ts')
  } catch {
    return false
  }
}

async function readServerFile(folder: string): Promise<RunningServer | undefined> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => undefined)
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RunningServer)
  } catch {
    return undefined
  }
}

/** The server that has this data folder open, if one has. */
export async function findServer(folder: string): Promise<RunningServer | undefined> {
  const server = await readServerFile(folder)
  return server && (await isOsler(server.pid)) ? server : undefined
}

/**
 * Takes the data folder for this process; the embedded database would be damaged by two. Throws `folder_busy` with
 * the other's number.
 */
export async function claimFolder(folder: string): Promise<void> {
  const other = await findServer(folder)
  if (other) {
    throw new OslerError(
      'folder_busy',
      `Another Osler (process ${other.pid}) has ${folder} open: stop it, or set OSLER_DATA.`,
    )
  }
  await rm(fileOf(folder), { force: true })
  // `wx` fails when another process takes the folder between these two lines.
  await writeFile(fileOf(folder), JSON.stringify({ pid: process.pid, address: '' }), { mode: 0o600, flag: 'wx' })
}

/** Says where the server that has claimed the folder answers, for the commands that ask it. */
export async function announceAddress(folder: string, address: string): Promise<void> {
  await writeFile(fileOf(folder), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 })
}

export async function releaseFolder(folder: string): Promise<void> {
  if ((await readServerFile(folder))?.pid === process.pid) await rm(fileOf(folder), { force: true })
}
