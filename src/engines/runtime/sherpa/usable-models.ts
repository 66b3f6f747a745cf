import { createRequire } from 'node:module'
import { isLoadedBy } from '../../models/families.ts'
import type { InstalledModel } from '../../models/model.ts'
import { listModels } from '../../models/model-folders.ts'

/** The models of a server with this data folder, best first; none of sherpa-onnx's where that is not there. */
export async function listUsableModels(data: string): Promise<InstalledModel[]> {
  const models = await listModels(data)
  return isSherpaInstalled() ? models : models.filter((model) => !isLoadedBy('sherpa')(model))
}

/** The package is optional, because not every machine has a build of it. */
function isSherpaInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('sherpa-onnx-node')
    return true
  } catch {
    return false
  }
}
