import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decode } from '../../audio/decode.ts'
import { BYTES_PER_MS, type PcmAudio } from '../../domain/audio.ts'
import type { Overlap } from '../../domain/consultation.ts'
import type { Warning } from '../../domain/warnings.ts'
import { writeScratch } from '../../platform/write-scratch.ts'

/** The chunks before and behind a chunk, as files of this machine, where they have come already. */
export interface Neighbors {
  before?: string | undefined
  after?: string | undefined
  /** Of these, the ones that are known and could not be brought. */
  lost?: readonly Side[]
}

type Side = 'before' | 'after'

/** How much of a neighbour is heard along: enough for the sentence that a boundary cuts, at 7 % of a 45 s chunk. */
const OVERLAP_MS = 3000
/** What a chunk may last has been checked when it came. */
const ANY_LENGTH = { minMs: 0, maxMs: 24 * 3_600_000 }

/**
 * A chunk with the end of the one before and the beginning of the one behind it, as one sound, so that a word that
 * a boundary cuts is heard whole. A neighbour with other channels, or one that cannot be read, is left out with a warning.
 */
export async function joinNeighbors(
  own: PcmAudio,
  { before, after, lost = [] }: Neighbors,
  scratch: string,
  signal: AbortSignal,
): Promise<{ audio: PcmAudio; overlap: Overlap; warnings: Warning[] }> {
  const warnings = lost.map(warnUnread)
  const decodeNeighbor = async (file: string | undefined, name: Side) => {
    if (file === undefined) return undefined
    const folder = join(scratch, name)
    await mkdir(folder)
    const found = await decode(file, folder, ANY_LENGTH, signal).catch(() => undefined)
    signal.throwIfAborted()
    if (found?.channels.length === own.channels.length) return found
    warnings.push(warnUnread(name))
    return undefined
  }
  const [earlier, later] = [await decodeNeighbor(before, 'before'), await decodeNeighbor(after, 'after')]
  const overlap = {
    beforeMs: shareOf(earlier),
    afterMs: shareOf(later),
  }
  if (overlap.beforeMs + overlap.afterMs === 0) return { audio: own, overlap, warnings }
  const channels = own.channels.map(async (path, channel) => {
    const joined = `${path}.joined`
    await append(joined, earlier?.channels[channel], -overlap.beforeMs * BYTES_PER_MS)
    await append(joined, path)
    await append(joined, later?.channels[channel], overlap.afterMs * BYTES_PER_MS)
    return joined
  })
  const durationMs = overlap.beforeMs + own.durationMs + overlap.afterMs
  return { audio: { channels: await Promise.all(channels), durationMs }, overlap, warnings }
}

function warnUnread(side: Side): Warning {
  const neighbor = side === 'before' ? 'before this one' : 'behind this one'
  const message = `The segment ${neighbor} could not be heard along: a word that the border cuts may be wrong.`
  return { code: 'neighbor_unread', message }
}

/** No more than half of a short neighbour, so that its other border lies in the other half. */
function shareOf(neighbor: PcmAudio | undefined): number {
  return Math.min(Math.floor((neighbor?.durationMs ?? 0) / 2), OVERLAP_MS)
}

/** Adds the first `bytes` of a file to another, or, when negative, its last ones; all of it when not sent. Memory stays flat. */
async function append(target: string, path: string | undefined, bytes = Number.POSITIVE_INFINITY): Promise<void> {
  if (path === undefined || bytes === 0) return
  const { size } = await stat(path)
  const range = bytes < 0 ? { start: Math.max(0, size + bytes) } : { end: Math.min(bytes, size) - 1 }
  if (size > 0) await writeScratch(target, createReadStream(path, range), { flags: 'a' })
}
