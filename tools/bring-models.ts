import { mkdir } from 'node:fs/promises'
import { openProgressBar } from '../src/cli/progress.ts'
import { asOslerError } from '../src/domain/errors.ts'
import { pullModel } from '../src/engines/models/install-model.ts'
import { OWN_MODELS } from '../src/engines/models/model-folders.ts'
import { pythonWithPip } from '../src/engines/runtime/python/python-environment.ts'

// Brings the models that are named into the installation, for set-up: `node tools/bring-models.ts whisper-base`.
const store = {
  folder: OWN_MODELS,
  mirror: process.env.OSLER_MODELS_URL || undefined,
  python: pythonWithPip(),
}
await mkdir(store.folder, { recursive: true })
for (const name of process.argv.slice(2)) {
  const bar = openProgressBar(name)
  try {
    await pullModel(store, name, (bytes, all) => bar.show(all ? bytes / all : 0))
  } catch (error) {
    console.error(asOslerError(error).message)
    process.exitCode = 1
  } finally {
    bar.clear()
  }
}
