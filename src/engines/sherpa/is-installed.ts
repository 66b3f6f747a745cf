import { createRequire } from 'node:module'

/** Whether the package is there: it is optional, because not every machine has a build of it. */
export function isSherpaInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('sherpa-onnx-node')
    return true
  } catch {
    return false
  }
}
