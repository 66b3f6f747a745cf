import { mkdir, mkdtemp, rm } from 'node:fs/promises'
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

/** Removes what a dead process left. Only for a root that no other process uses. */
export async function sweepScratch(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true })
}
