import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../domain/ids.ts'
import type { Blobs } from './blobs.ts'
import { ignoreMissing, syncFolder } from './sync-folder.ts'

/** Whose the recordings in a folder are, in a file beside them. */
export function openOwner(folder: string): Pick<Blobs, 'readOwner' | 'writeOwner'> {
  const file = join(folder, '.owner')
  const readOwner = async () => (await readFile(file, 'utf8').catch(ignoreMissing))?.trim() || undefined
  return {
    readOwner,

    async writeOwner(id, before) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${file}.${newId()}`
      await writeFile(unfinished, `${id}\n`, { mode: 0o600, flush: true })
      // A link leaves alone what another process has put there meanwhile.
      if (before === undefined) await link(unfinished, file).catch(ignoreThere)
      else if ((await readOwner()) === before) await rename(unfinished, file)
      await rm(unfinished, { force: true })
      await syncFolder(folder)
    },
  }
}

function ignoreThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
