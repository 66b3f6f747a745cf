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
 * `shared` beside others on PostgreSQL. Throws `folder_busy`, and `request_invalid` where it cannot be written.
 */
export async function claimFolder(folder: string, how: 'alone' | 'shared'): Promise<AsyncDisposable> {
  const lock = await makeAndLock(folder, how).catch((error) => {
    throw UNWRITABLE.has(error.code) ? unwritable(folder, error) : error
  })
  if (lock === undefined) throw busy(folder, await readServerFile(folder))
  if (how === 'alone') await announceAddress(folder, '')
  return {
    async [Symbol.asyncDispose]() {
      if ((await readServerFile(folder))?.pid === process.pid) await rm(fileOf(folder), { force: true })
      lock[Symbol.dispose]()
    },
  }
}

async function makeAndLock(folder: string, how: 'alone' | 'shared'): Promise<Disposable | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return lockFolder(folder, how)
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])

function unwritable(folder: string, cause: NodeJS.ErrnoException): OslerError {
  const message = `${folder} cannot be written (${cause.code}): set OSLER_DATA to a folder of this user's, on a disk that takes writes.`
  return new OslerError('request_invalid', message, {}, { cause })
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
