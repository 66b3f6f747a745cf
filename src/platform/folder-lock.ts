import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { childEnvironment } from './child-environment.ts'

/** A process that was killed lets go a moment later, and who only looks holds the lock for some milliseconds. */
const WAIT_SECONDS = 1

const fileOf = (folder: string) => join(folder, 'lock')

/** Whether a process has ever had the folder locked. */
export const hasLock = (folder: string): boolean => existsSync(fileOf(folder))

/**
 * Locks the data folder until it is disposed or this process ends, however it ends: `alone`, or `shared` with others that
 * share it. Answers undefined where somebody is in the way. The lock is the kernel's (flock(2)), on the file `lock`: it
 * holds across containers and PID namespaces, and no crash leaves it behind. Throws `engine_missing`.
 */
export async function lockFolder(
  folder: string,
  how: 'alone' | 'shared',
  waitSeconds = WAIT_SECONDS,
): Promise<Disposable | undefined> {
  const descriptor = openSync(fileOf(folder), 'a', 0o600)
  let isTaken = false
  try {
    // Node has no flock of its own. What a child locks on a descriptor that it was given stays locked when the child ends.
    const words = [how === 'alone' ? '-x' : '-s', '-w', String(waitSeconds), '3']
    const child = spawn('flock', words, {
      stdio: ['ignore', 'ignore', 'ignore', descriptor],
      // It is part of every Debian, also where the PATH leads nowhere.
      env: { ...childEnvironment(), PATH: `${process.env.PATH ?? ''}:/usr/bin:/bin` },
    })
    const [exitCode] = await once(child, 'exit').catch((cause) => {
      throw new OslerError('engine_missing', 'flock is not installed: run `apt-get install util-linux`.', {}, { cause })
    })
    isTaken = exitCode === 0
    return isTaken ? { [Symbol.dispose]: () => closeSync(descriptor) } : undefined
  } finally {
    if (!isTaken) closeSync(descriptor)
  }
}

/** Whether some process has the folder locked. */
export async function isLocked(folder: string, waitSeconds = WAIT_SECONDS): Promise<boolean> {
  using lock = await lockFolder(folder, 'alone', waitSeconds)
  return lock === undefined
}
