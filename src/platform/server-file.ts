import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { isLocked, lockFolder } from './folder-lock.ts'

/** The process that has the data folder open. Its number is for people: only the lock says that it lives. */
export interface RunningServer {
  pid: number
  /** Where it answers; empty until it listens. */
  address: string
}

const fileOf = (folder: string) => join(folder, 'server.json')

/** The server that has this data folder open, if one has; its address is empty where none is known. */
export async function findServer(folder: string): Promise<RunningServer | undefined> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  if (!isThere || !(await isLocked(folder))) return undefined
  return (await readServerFile(folder)) ?? { pid: 0, address: '' }
}

/**
 * Takes the data folder for this process, until it is disposed: `alone` for the embedded database, which two would damage,
 * `shared` beside others on PostgreSQL. Throws `folder_busy`.
 */
export async function claimFolder(folder: string, how: 'alone' | 'shared'): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder, how)
  if (lock === undefined) throw busy(folder, await readServerFile(folder))
  if (how === 'alone') await announceAddress(folder, '')
  return {
    async [Symbol.asyncDispose]() {
      if ((await readServerFile(folder))?.pid === process.pid) await rm(fileOf(folder), { force: true })
      lock[Symbol.dispose]()
    },
  }
}

/** Says where the server that has claimed the folder answers, for the commands that ask it. */
export async function announceAddress(folder: string, address: string): Promise<void> {
  await writeFile(fileOf(folder), JSON.stringify({ pid: process.pid, address }), { mode: 0o600 })
}

async function readServerFile(folder: string): Promise<RunningServer | undefined> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => undefined)
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RunningServer)
  } catch {
    return undefined
  }
}

function busy(folder: string, other: RunningServer | undefined): OslerError {
  const who = other ? ` (process ${other.pid}${other.address && `, ${other.address}`})` : ''
  return new OslerError('folder_busy', `Another Osler${who} has ${folder} open: stop it, or set OSLER_DATA.`)
}
