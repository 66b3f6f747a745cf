import { familyOf } from '../../models/families.ts'
import type { InstalledModel } from '../../models/model.ts'

/** What sherpa-onnx loads a model by; `language` is the first part of a tag, for families that take one. */
export function configOf({ family, files }: InstalledModel, threads: number, language = ''): object {
  const { config } = familyOf(family)
  if (config === undefined) throw new Error(`sherpa-onnx loads no ${family}.`)
  return config(files, language, { numThreads: threads, provider: 'cpu', debug: 0 })
}
