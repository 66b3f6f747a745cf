import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'

/** The process that has the data folder open, and where it answers once it listens. */
export interface RunningServer {
  pid: number
  /** Tells it from a later process with the same number. */
  startedAt?: string
  /** Empty until it listens. */
  address: string
}

const fileOf = (folder: string) => join(folder, 'server.json')

/** When a process was started, in the kernel's ticks; undefined for one that is gone. With its number it is unique. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name in parentheses may hold spaces; the start is the 20th field behind it (proc(5)).
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

async function writeServerFile(folder: string, address: string, flag: 'w' | 'wx'): Promise<void> {
  const server = { pid: process.pid, startedAt: await startOf(process.pid), address }
  await writeFile(fileOf(folder), JSON.stringify(server), { mode: 0o600, flag })
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
  return server && (await startOf(server.pid)) === server.startedAt ? server : undefined
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
  await writeServerFile(folder, '', 'wx')
}

/** Says where the server that has claimed the folder answers, for the commands that ask it. */
export async function announceAddress(folder: string, address: string): Promise<void> {
  await writeServerFile(folder, address, 'w')
}

export async function releaseFolder(folder: string): Promise<void> {
  if ((await readServerFile(folder))?.pid === process.pid) await rm(fileOf(folder), { force: true })
}
