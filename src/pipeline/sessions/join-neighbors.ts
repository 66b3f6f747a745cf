import { mkdir, open, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decode } from '../../audio/decode.ts'
import { BYTES_PER_MS, type PcmAudio } from '../../domain/audio.ts'
import type { Overlap } from '../../domain/consultation.ts'
import type { Item, Warning } from '../../domain/transcript.ts'

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
    const end = await readPart(earlier?.channels[channel], -overlap.beforeMs * BYTES_PER_MS)
    const beginning = await readPart(later?.channels[channel], overlap.afterMs * BYTES_PER_MS)
    await writeFile(joined, Buffer.concat([end, await readPart(path, Number.POSITIVE_INFINITY), beginning]))
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

/** The first `bytes` of a file, or, when negative, its last ones. */
async function readPart(path: string | undefined, bytes: number): Promise<Buffer> {
  if (path === undefined || bytes === 0) return Buffer.alloc(0)
  const { size } = await stat(path)
  const length = Math.min(Math.abs(bytes), size)
  await using file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, bytes < 0 ? size - length : 0)
  return buffer
}

/** The items with all times moved. */
export function shiftItems(items: readonly Item[], byMs: number): Item[] {
  if (byMs === 0) return [...items]
  const shift = <Timed extends { startMs: number; endMs: number }>(timed: Timed): Timed => ({
    ...timed,
    startMs: timed.startMs + byMs,
    endMs: timed.endMs + byMs,
  })
  return items.map((item) => ({ ...shift(item), words: item.words.map(shift) }))
}
