import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FetchedFile } from './fetch-file.ts'

const NAME = '.digests.json'

/** What came from an address the first time. A publisher that does not tell a digest is held to it afterwards. */
export async function readRecorded(folder: string, url: string): Promise<FetchedFile | undefined> {
  return (await readAll(folder))[url]
}

export async function recordDigest(folder: string, url: string, fetched: FetchedFile): Promise<void> {
  const all = { ...(await readAll(folder)), [url]: fetched }
  const next = join(folder, `${NAME}.next`)
  await writeFile(next, `${JSON.stringify(all, null, 2)}\n`, { flush: true })
  await rename(next, join(folder, NAME))
}

async function readAll(folder: string): Promise<Record<string, FetchedFile>> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Record<string, FetchedFile>
}
