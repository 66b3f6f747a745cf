import { availableParallelism } from 'node:os'
import { verifyModel } from '../../models/install-model.ts'
import type { InstalledModel } from '../../models/model.ts'
import { checkMemory } from '../sherpa/check-memory.ts'
import { openPython, type Python } from './open-python.ts'
import type { PythonProgram, PythonSettings } from './python-process.ts'

/** The process in which a model is loaded, or one that finds speech alone; the same for the same model. */
export type PythonFor = (model?: InstalledModel) => Python

/** A model that is larger than this works on one request with all cores: a second one would need as much memory again. */
const LARGE_BYTES = 400e6
/** More at once gain nothing while one process shares its interpreter between them. */
const MOST_WORKERS = 8
/** What libraries and sound may take besides the model; address space, of which a part alone is ever used. */
const MEMORY_BYTES = 6 * 1024 ** 3
const MEMORY_OF_FILE = 4

/** @param device `auto` takes a graphics card where there is one */
export function openPythons(
  device: PythonSettings['device'],
  cores = availableParallelism(),
  program: PythonProgram = {},
): PythonFor {
  const opened = new Map<string, Python>()
  return (model) => {
    const key = model?.folder ?? ''
    const python = opened.get(key) ?? openFor(model, device, cores, program)
    opened.set(key, python)
    return python
  }
}

/** Workers times threads are the cores. */
function openFor(
  model: InstalledModel | undefined,
  device: PythonSettings['device'],
  cores: number,
  program: PythonProgram,
): Python {
  const workers = model && model.bytes > LARGE_BYTES ? 1 : Math.min(cores, MOST_WORKERS)
  const threads = Math.max(1, Math.floor(cores / workers))
  const prepare = async () => {
    // Whisper's library would look for a file that is missing on the network.
    if (model) await verifyModel(model)
    if (model) checkMemory(model)
    const memoryBytes = MEMORY_BYTES + MEMORY_OF_FILE * (model?.bytes ?? 0)
    return { ...(model && { model: model.folder }), device, threads, workers, memoryBytes }
  }
  return openPython(workers, prepare, program)
}
