import { createRequire } from 'node:module'
import { listInstalledModels } from '../models/installed-models.ts'
import type { InstalledModel } from '../models/model.ts'

/** The models in the folder, best first; none where sherpa-onnx is not there. */
export async function listUsableModels(folder: string): Promise<InstalledModel[]> {
  return isSherpaInstalled() ? listInstalledModels(folder) : []
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
