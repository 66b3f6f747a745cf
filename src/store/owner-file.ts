import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../domain/ids.ts'
import type { Blobs } from './blobs.ts'
import { ignoreMissing, syncFolder } from './sync-folder.ts'

/** Whose the recordings in a folder are, in a file beside them. */
export function openOwner(folder: string): Pick<Blobs, 'readOwner' | 'writeOwner'> {
  const file = join(folder, '.owner')
  return {
    async readOwner() {
      const text = await readFile(file, 'utf8').catch(ignoreMissing)
      return text?.trim() || undefined
    },

    async writeOwner(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${file}.${newId()}`
      await writeFile(unfinished, `${id}\n`, { mode: 0o600, flush: true })
      await rename(unfinished, file)
      await syncFolder(folder)
    },
  }
}
