import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import { familyOf } from './families.ts'
import { KNOWN_MODELS } from './known-models.ts'
import { type InstalledModel, Model } from './model.ts'

export const DESCRIPTION = 'model.json'

/**
 * The models in the folders, best first; of several of one name that of the first folder. Those that cannot be used are
 * told to `onDamage`, in a sentence.
 */
export async function listInstalledModels(
  folders: readonly string[],
  onDamage: (sentence: string) => void = () => {},
): Promise<InstalledModel[]> {
  const read = (folder: string) =>
    readModel(folder).catch((error: unknown) => {
      if (!(error instanceof OslerError)) throw error
      onDamage(error.message)
      return undefined
    })
  const places = (await Promise.all(folders.map(listFolders))).flat()
  const models = (await Promise.all(places.map(read))).filter((model) => model !== undefined)
  const isFirst = ({ name }: Model, at: number) => models.findIndex((model) => model.name === name) === at
  return models.filter(isFirst).sort((a, b) => rankOf(a) - rankOf(b))
}

async function listFolders(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const seen = names.filter((name) => !name.startsWith('.')).sort()
  return seen.map((name) => join(folder, name))
}

/** As the list of known models has them, best first; others behind. */
function rankOf({ name }: Model): number {
  const at = KNOWN_MODELS.findIndex((known) => known.name === name)
  return at < 0 ? KNOWN_MODELS.length : at
}

/** The model whose files lie in the folder. Throws `model_damaged` with what is missing. */
export async function readModel(folder: string): Promise<InstalledModel> {
  const text = await readFile(join(folder, DESCRIPTION), 'utf8').catch(() => {
    throw damaged(folder, `there is no ${DESCRIPTION} in it`)
  })
  return findFiles(folder, describe(folder, text))
}

function describe(folder: string, text: string): Model {
  try {
    return Model.parse(JSON.parse(text))
  } catch {
    throw damaged(folder, `its ${DESCRIPTION} is not one`)
  }
}

/** Tells the files of a family by their names. Throws `model_damaged` when one is missing or empty. */
export async function findFiles(folder: string, model: Model): Promise<InstalledModel> {
  const { files: wanted, mayHave = {} } = familyOf(model.family)
  const names = (await readdir(folder, { recursive: true })).sort()
  const files: Record<string, string> = {}
  let bytes = 0
  for (const [role, pattern] of Object.entries(wanted)) {
    const fitting = names.filter((name) => pattern.test(name))
    // A publisher often puts the smaller, quantised files beside the others: they are the ones for a processor.
    const name = fitting.find((candidate) => candidate.includes('int8')) ?? fitting[0]
    if (name === undefined) throw damaged(folder, `a model of the family ${model.family} needs a file for ${role}`)
    files[role] = join(folder, name)
    const { size } = await stat(files[role])
    if (size === 0) throw damaged(folder, `${name} is empty`)
    bytes += size
  }
  for (const [role, pattern] of Object.entries(mayHave)) {
    const name = names.find((candidate) => pattern.test(candidate))
    if (name) files[role] = join(folder, name)
  }
  return { ...model, folder, files, bytes }
}

function damaged(folder: string, what: string): OslerError {
  return new OslerError('model_damaged', `The model in ${folder} cannot be used: ${what}.`)
}
