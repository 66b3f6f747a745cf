import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasLock, isLocked } from './folder-lock.ts'

/** Runs `work` with a private folder under `root`, which is gone when it ends, however it ends. */
export async function withScratch<Value>(
  root: string,
  name: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(root, `${name}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of folders that are not their process's own yet. */
export const PREPARED = '.new-'
const PREPARED_MS = 60_000

/**
 * Removes what dead processes left: at once what one had locked as its own, and of the rest what began more than
 * `olderThanMs` ago.
 * @param prefix of the names that are looked at, in a place that all users share
 */
export async function sweepScratch(root: string, olderThanMs: number, prefix = ''): Promise<void> {
  for (const name of (await readdir(root).catch(ignoreMissing)) ?? []) {
    const folder = join(root, name)
    if (name.replace(PREPARED, '').startsWith(prefix) && (await isLeft(folder, name, olderThanMs)))
      await rm(folder, { recursive: true, force: true })
  }
}

async function isLeft(folder: string, name: string, olderThanMs: number): Promise<boolean> {
  const found = await stat(folder).catch(ignoreMissing)
  if (found === undefined || found.uid !== process.getuid?.()) return false
  const ageMs = Date.now() - found.mtimeMs
  if (name.startsWith(PREPARED)) return ageMs > PREPARED_MS
  if (hasLock(folder)) return !(await isLocked(folder, 0))
  return olderThanMs === 0 || ageMs > olderThanMs
}

/** Runs end, and take their folders with them, while these are looked at. */
function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
