import { existsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'

export interface Machine {
  cores: number
  memoryBytes: number
  /** Whether there is a graphics card that CTranslate2 computes on. */
  hasCard: boolean
}

const GIGABYTE = 1024 ** 3
/** Base and what the server needs beside it peak at 1.5 GB in an hour's recording. */
const LEAST_FOR_BASE = 2 * GIGABYTE
/** Base takes 0.066 of a recording's length on two cores; small has 3.3 times its weights, so that eight keep ahead. */
const LEAST_FOR_SMALL = { cores: 8, memoryBytes: 8 * GIGABYTE }

/** The known model that hears best on such a machine and still takes a small part of a recording's length. */
export function recommendModel({ cores, memoryBytes, hasCard }: Machine): string {
  if (hasCard) return 'whisper-large-v3-turbo'
  if (memoryBytes < LEAST_FOR_BASE) return 'whisper-tiny.en'
  const isLarge = cores >= LEAST_FOR_SMALL.cores && memoryBytes >= LEAST_FOR_SMALL.memoryBytes
  return isLarge ? 'whisper-small' : 'whisper-base'
}

/** The machine that this runs on. */
export const readMachine = (): Machine => ({
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  hasCard: existsSync('/dev/nvidia0'),
})
