import { OslerError } from '../../../domain/errors.ts'
import type { InstalledModel } from '../../models/model.ts'

/** What a loaded model takes, against its files, and the process itself. */
const MEMORY_OF_FILE = 1.3
const MEMORY_OF_PROCESS = 150e6

const inMegabytes = (bytes: number) => Math.round(bytes / 1e6)

/** Throws `engine_failed` with a sentence when the model does not fit into what is free. */
export function checkMemory({ name, bytes }: InstalledModel): void {
  const [needed, free] = [bytes * MEMORY_OF_FILE + MEMORY_OF_PROCESS, process.availableMemory()]
  if (free >= needed) return
  const message = `The model ${name} needs about ${inMegabytes(needed)} MB of memory, and ${inMegabytes(free)} MB are free: free some, or take a smaller model.`
  throw new OslerError('engine_failed', message, { needed: inMegabytes(needed), free: inMegabytes(free) })
}
