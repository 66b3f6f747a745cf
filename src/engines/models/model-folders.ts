import { join } from 'node:path'
import { listInstalledModels } from './installed-models.ts'
import type { InstalledModel } from './model.ts'

/** Where set-up puts what belongs to the installation: every data folder finds it. */
export const OWN_MODELS = join(import.meta.dirname, '../../../build/models')

/** Where `osler models pull` puts what it fetches. */
export const modelsFolder = (data: string) => join(data, 'models')

/**
 * The models that a server with this data folder has, best first: those that were pulled, then those that set-up
 * brought. Of two of one name the pulled one counts. Those that cannot be used are told to `onDamage`, in a sentence.
 */
export const listModels = (data: string, onDamage?: (sentence: string) => void): Promise<InstalledModel[]> =>
  listInstalledModels([modelsFolder(data), OWN_MODELS], onDamage)
