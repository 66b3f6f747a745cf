import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

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

/** Removes the folders of runs that began more than `olderThanMs` ago: what a dead process left. */
export async function sweepScratch(root: string, olderThanMs: number): Promise<void> {
  for (const name of (await readdir(root).catch(ignoreMissing)) ?? []) {
    const folder = join(root, name)
    const found = await stat(folder).catch(ignoreMissing)
    if (found && (olderThanMs === 0 || Date.now() - found.mtimeMs > olderThanMs))
      await rm(folder, { recursive: true, force: true })
  }
}

/** Runs end, and take their folders with them, while these are looked at. */
function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
