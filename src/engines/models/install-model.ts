import { copyFile, mkdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import { bringFiles, type ModelStore } from './bring-files.ts'
import { type Family, familyOf } from './families.ts'
import { digestOf, type OnProgress } from './fetch-file.ts'
import { DESCRIPTION, findFiles, readModel } from './installed-models.ts'
import { KNOWN_MODELS } from './known-models.ts'
import type { InstalledModel, KnownModel, Model } from './model.ts'
import { addPieceVocabulary } from './piece-vocabulary.ts'
import { unpack } from './unpack.ts'

const MEGABYTE = 1e6
/** An archive and what comes out of it. */
const ROOM = 2.5

/** What was fetched of a model that is not installed yet; it stays there, so that a later try goes on. */
const partialOf = ({ folder }: ModelStore, name: string) => join(folder, '.partial', name)

/** Fetches a known model and installs it, whole or not at all. Throws `not_found`, and what fetching and unpacking throw. */
export async function pullModel(store: ModelStore, name: string, onProgress: OnProgress): Promise<InstalledModel> {
  const known = KNOWN_MODELS.find((model) => model.name === name)
  if (known === undefined) throw unknownModel(name)
  return pull(store, known, onProgress)
}

/** The same for a model that is described. */
export async function pull(store: ModelStore, known: KnownModel, onProgress: OnProgress): Promise<InstalledModel> {
  const partial = partialOf(store, known.name)
  await mkdir(partial, { recursive: true })
  await checkRoom(store.folder, known.megabytes)
  const fetched = await bringFiles(store, known, partial, onProgress)
  const { from, megabytes: _, packages: __, wasRun: ___, ...model } = known
  const source = 'archive' in from ? join(fetched, 'archive') : fetched
  const installed = await install(store, { ...model, digests: {} }, source)
  await rm(partial, { recursive: true })
  return installed
}

/**
 * Installs a model from an archive or a folder of this machine. It is put together beside the others and moved to its
 * place at once. Throws `model_damaged` when its family needs a file that is not there.
 */
export async function install(store: ModelStore, model: Model, source: string): Promise<InstalledModel> {
  const whole = join(partialOf(store, model.name), 'whole')
  await rm(whole, { recursive: true, force: true })
  await mkdir(whole, { recursive: true })
  if ((await stat(source)).isDirectory()) await copyFiles(model, source, whole)
  else await unpack(source, whole, isFileOf(familyOf(model.family)))
  await addPieceVocabulary(await findFiles(whole, model))
  const { files } = await findFiles(whole, model)
  const digests: Record<string, string> = {}
  for (const path of Object.values(files)) digests[basename(path)] = await digestOf(path)
  const { name, family, languages, licence, goodFor } = model
  const description = { name, family, languages, licence, goodFor, digests }
  await writeFile(join(whole, DESCRIPTION), `${JSON.stringify(description, null, 2)}\n`, { flush: true })
  return moveIn(store, model.name, whole)
}

const isFileOf = ({ files, mayHave = {} }: Family) => {
  const patterns = [...Object.values(files), ...Object.values(mayHave)]
  return (name: string) => patterns.some((pattern) => pattern.test(name))
}

async function copyFiles(model: Model, source: string, whole: string): Promise<void> {
  const { files } = await findFiles(source, model)
  for (const path of Object.values(files)) await copyFile(path, join(whole, basename(path)))
}

/** An older one of the name goes when the new one is whole. */
async function moveIn({ folder }: ModelStore, name: string, whole: string): Promise<InstalledModel> {
  const [place, old] = [join(folder, name), join(folder, '.partial', `${name}.old`)]
  await rm(old, { recursive: true, force: true })
  await rename(place, old).catch(() => {})
  await rename(whole, place)
  await rm(old, { recursive: true, force: true })
  return readModel(place)
}

/** Removes an installed model, and what was fetched of one that is not. Throws `not_found`. */
export async function removeModel(store: ModelStore, name: string): Promise<void> {
  // A name is no path: what lies elsewhere is nobody's model.
  const places = [join(store.folder, basename(name)), partialOf(store, basename(name))]
  const sizes = await Promise.all(places.map((place) => stat(place).catch(() => undefined)))
  if (sizes.every((size) => size === undefined)) throw new OslerError('not_found', `There is no model ${name} here.`)
  for (const place of places) await rm(place, { recursive: true, force: true })
}

/** Reads every file of a model again. Throws `model_damaged` when one has changed since it was installed, or is gone. */
export async function verifyModel({ name, files, digests }: InstalledModel): Promise<void> {
  for (const path of Object.values(files)) {
    const [expected, found] = [digests[basename(path)], await digestOf(path).catch(() => 'none')]
    if (found !== 'none' && (expected === undefined || expected === found)) continue
    const what = found === 'none' ? 'cannot be read' : 'has changed since it was installed'
    const todo = `\`osler models pull ${name}\` brings it again; then start the server anew`
    throw new OslerError('model_damaged', `${basename(path)} of the model ${name} ${what}: ${todo}.`)
  }
}

async function checkRoom(folder: string, megabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const [needed, free] = [Math.round(megabytes * ROOM), Math.round((bavail * bsize) / MEGABYTE)]
  if (free >= needed) return
  throw new OslerError('disk_full', `The model needs about ${needed} MB of disk, and ${free} MB are free.`, {
    needed,
    free,
  })
}

function unknownModel(name: string): OslerError {
  const names = KNOWN_MODELS.map((known) => known.name).join(', ')
  return new OslerError(
    'not_found',
    `There is no model "${name.slice(0, 80)}"; there are ${names}. Others: osler models add.`,
  )
}
