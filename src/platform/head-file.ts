import { readFile, rename, writeFile } from 'node:fs/promises'

const WRITE_AFTER_MS = 500

/**
 * A line of text that changes often, in a file: written a moment after it has changed, and when it is disposed. A power cut
 * may take it back by a moment.
 */
export function openHeadFile(file: string) {
  let newest: string | undefined
  let timer: NodeJS.Timeout | undefined
  async function save(): Promise<void> {
    timer = undefined
    if (newest === undefined) return
    await writeFile(`${file}.part`, `${newest}\n`, { mode: 0o600 })
    await rename(`${file}.part`, file)
  }
  return {
    async read(): Promise<string | undefined> {
      if (newest !== undefined) return newest
      const text = await readFile(file, 'utf8').catch((error) => {
        if (error.code !== 'ENOENT') throw error
      })
      return text?.trim()
    },
    write(text: string): void {
      newest = text
      // A disk that is full is told by whatever is written next.
      timer ??= setTimeout(() => void save().catch(() => {}), WRITE_AFTER_MS).unref()
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      await save().catch(() => {})
    },
  }
}
