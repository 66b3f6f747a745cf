import type { Dirent } from 'node:fs'
import { cp, link, mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import pMap from 'p-map'

export interface CopyOptions {
  /** What is left out, by its path in the folder. */
  skips?(path: string): boolean
  /** A copy of before: a file that is there, as long and as old, is linked instead of copied. */
  earlier?: string | undefined
}

/**
 * Copies a folder; every file is on the disk when this returns. Files that go meanwhile are not copied. One that is not
 * there is an empty one.
 */
export async function copyFolder(from: string, to: string, { skips, earlier }: CopyOptions = {}): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(ignoreMissing)
  const copy = async (entry: Dirent) => {
    const path = relative(from, join(entry.parentPath, entry.name))
    if (skips?.(path)) return
    const target = join(to, path)
    await mkdir(entry.isDirectory() ? target : dirname(target), { recursive: true, mode: 0o700 })
    if (!entry.isFile()) return
    const same = earlier === undefined ? undefined : await findSame(join(from, path), join(earlier, path))
    if (!(same && (await isLinked(same, target)))) await copyFile(join(from, path), target).catch(ignoreMissing)
  }
  await pMap(entries ?? [], copy, { concurrency: AT_ONCE })
}

/** Each waits for the disk. */
const AT_ONCE = 16

async function findSame(file: string, earlier: string): Promise<string | undefined> {
  const [now, then] = await Promise.all([file, earlier].map((path) => stat(path).catch(ignoreMissing)))
  // Copies keep the time to the microsecond, or less.
  const isSame = now && then && now.size === then.size && Math.abs(now.mtimeMs - then.mtimeMs) < 1
  return isSame ? earlier : undefined
}

/** False on another disk, and on one that has no links. */
const isLinked = (file: string, target: string) =>
  link(file, target).then(
    () => true,
    () => false,
  )

async function copyFile(from: string, to: string): Promise<void> {
  await cp(from, to, { preserveTimestamps: true })
  await using copied = await open(to, 'r+')
  await copied.sync()
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
