import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CONVERTED } from './convert.ts'

// Fetches the public evaluation data into build/evaluation, where the benches look for it: `npm run bench:data`. Each file
// is pinned by its commit and SHA-256; none is taken that differs.

export interface PublicData {
  repository: string
  commit: string
  licence: string
  /** SHA-256 by path. */
  files: Record<string, string>
}

const FOLDER = join(import.meta.dirname, '../../build/evaluation')
const HOST = 'https://raw.githubusercontent.com'

/** Fetches what is not in the folder yet, and makes of it what the benches read. Throws when a file is another one. */
export async function fetchData(sources: readonly PublicData[], folder: string, host: string): Promise<void> {
  for (const { repository, commit, files } of sources) {
    for (const [path, sha256] of Object.entries(files)) {
      const place = join(folder, 'published', repository, path)
      if (sha256 === digestOf(await readFile(place).catch(() => Buffer.alloc(0)))) continue
      const bytes = await download(`${host}/${repository}/${commit}/${path}`)
      if (sha256 !== digestOf(bytes)) throw new Error(`${repository}: ${path} is not the file that it was.`)
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, bytes)
    }
  }
}

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  return Buffer.from(await response.arrayBuffer())
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Writes the files that the benches read. */
export async function convertData(folder: string): Promise<void> {
  for (const [path, convert] of Object.entries(CONVERTED)) {
    const made = await convert((repository, file) => readFile(join(folder, 'published', repository, file), 'utf8'))
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), JSON.stringify(made))
  }
}

export const readSources = async (): Promise<PublicData[]> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'sources.json'), 'utf8'))

if (import.meta.main) {
  const sources = await readSources()
  await fetchData(sources, FOLDER, HOST)
  await convertData(FOLDER)
  for (const { repository, licence, files } of sources) {
    console.log(`${repository} (${licence}): ${Object.keys(files).length} files`)
  }
}
