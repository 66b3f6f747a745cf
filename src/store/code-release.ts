import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { CodeRelease } from '../domain/code-release.ts'
import { OslerError } from '../domain/errors.ts'
import { openFileBlobs } from './blobs-files.ts'

/** What stands in the file: no map, which JSON has not. */
interface StoredRelease {
  name: string
  importedAt: string
  codes: [code: string, isBillable: boolean, display: string][]
}

const FOLDER = 'codes'
const FILE = 'icd10cm.json'

/**
 * Keeps a release in the data folder, for all tenants and every process on that folder. The one that was there is
 * replaced at once: a reader has the old one or the new one.
 */
export async function saveRelease(dataFolder: string, { name, importedAt, codes }: CodeRelease): Promise<void> {
  const stored: StoredRelease = {
    ...{ name, importedAt: importedAt.toISOString() },
    codes: [...codes].map(([code, { isBillable, display }]) => [code, isBillable, display]),
  }
  await openFileBlobs(join(dataFolder, FOLDER)).put(FILE, Readable.from([JSON.stringify(stored)]))
}

/** Reads the release whenever another was imported; undefined where none was. Only codes that are `wanted` are held. */
export function openReleases(dataFolder: string, wanted: (code: string) => boolean) {
  const file = join(dataFolder, FOLDER, FILE)
  let known: { changedMs: number; release: CodeRelease } | undefined
  return async (): Promise<CodeRelease | undefined> => {
    const changedMs = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    )
    if (changedMs === undefined) return undefined
    if (known?.changedMs !== changedMs) known = { changedMs, release: await read(file, wanted) }
    return known.release
  }
}

async function read(file: string, wanted: (code: string) => boolean): Promise<CodeRelease> {
  try {
    const { name, importedAt, codes }: StoredRelease = JSON.parse(await readFile(file, 'utf8'))
    const held = codes.filter(([code]) => wanted(code))
    const entries = held.map(([code, isBillable, display]) => [code, { isBillable, display }] as const)
    return { name, importedAt: new Date(importedAt), codes: new Map(entries) }
  } catch (cause) {
    throw new OslerError('codes_invalid', 'The imported codes are damaged: import the release again.', {}, { cause })
  }
}
