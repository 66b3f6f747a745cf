import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from './blobs.ts'
import { ignoreMissing } from './sync-folder.ts'

interface Trash extends Pick<Blobs, 'setAside' | 'deleteSetAside'> {
  /** Deletes one that was set aside, on whatever day. */
  forget(key: string): Promise<void>
}

/** Recordings that are to go, in a folder for each day on which they were set aside. */
export function openTrash(folder: string, pathOf: (key: string) => string): Trash {
  const trash = join(folder, '.trash')
  return {
    async setAside(key) {
      const path = pathOf(key)
      const target = join(trash, dayOf(new Date()), key)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(path, target).catch(ignoreMissing)
    },

    async deleteSetAside(time) {
      for (const day of (await readdir(trash).catch(ignoreMissing)) ?? [])
        if (day < dayOf(time)) await rm(join(trash, day), { recursive: true, force: true })
    },

    async forget(key) {
      for (const day of (await readdir(trash).catch(ignoreMissing)) ?? [])
        await rm(join(trash, day, key), { force: true })
    },
  }
}

/** A day (UTC), as the folder of what was set aside on it is called. */
export const dayOf = (time: Date) => time.toISOString().slice(0, 10)
