import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** As `sha256sum` writes it, so that `sha256sum --check` reads it too. */
const LIST = 'SHA256SUMS'

/** Writes the digest of every file of a folder into a list in it; answers the digest of the list. */
export async function writeDigests(folder: string): Promise<string> {
  const lines: string[] = []
  for (const path of await listFiles(folder)) lines.push(`${await digestFile(join(folder, path))}  ${path}\n`)
  const list = lines.join('')
  await writeFile(join(folder, LIST), list, { mode: 0o600, flush: true })
  return digest(list)
}

/** How many files of the folder are as its list says, and the paths of those that are not, or not there. */
export async function checkDigests(folder: string, ofList: string): Promise<{ good: number; bad: string[] }> {
  const list = await readFile(join(folder, LIST), 'utf8').catch(() => '')
  if (digest(list) !== ofList) return { good: 0, bad: [LIST] }
  const lines = list.split('\n').filter(Boolean)
  const bad: string[] = []
  for (const line of lines) {
    const [, wanted, path = ''] = /^(\w{64}) {2}(.+)$/.exec(line) ?? []
    if ((await digestFile(join(folder, path)).catch(() => '')) !== wanted) bad.push(path)
  }
  return { good: lines.length - bad.length, bad }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
