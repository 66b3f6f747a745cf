import { MAX_SEGMENT_MS } from '../../domain/audio.ts'

/** Bounds of a piece of sound in milliseconds. */
export interface Span {
  startMs: number
  endMs: number
}

/** What is heard on both sides of a region, so that no word loses its edge; as much as faster-whisper hears. */
const PAD_MS = 400

/**
 * Turns regions of speech into segments that begin and end in pauses; a region longer than the limit is cut where
 * `quietestMs` says that it is quietest. Regions must be in time order and apart from each other.
 */
export function cutSegments(
  regions: readonly Span[],
  durationMs: number,
  quietestMs: (startMs: number, endMs: number) => number,
): (Span & { speechStartMs: number })[] {
  const parts = regions.flatMap((region) => split(region, quietestMs))
  return parts.map(({ startMs, endMs }, index) => {
    // Neighbours share the pause between them, so that segments never overlap.
    const before = index === 0 ? 0 : Math.ceil(((parts[index - 1]?.endMs ?? 0) + startMs) / 2)
    const after = index === parts.length - 1 ? durationMs : Math.floor((endMs + (parts[index + 1]?.startMs ?? 0)) / 2)
    return {
      ...{ startMs: Math.max(startMs - PAD_MS, before), endMs: Math.min(endMs + PAD_MS, after) },
      speechStartMs: startMs,
    }
  })
}

const MAX_REGION_MS = MAX_SEGMENT_MS - 2 * PAD_MS

/** Halves a region that is too long in its quietest place near the middle, until every part fits. */
function split({ startMs, endMs }: Span, quietestMs: (startMs: number, endMs: number) => number): Span[] {
  const lengthMs = endMs - startMs
  if (lengthMs <= MAX_REGION_MS) return [{ startMs, endMs }]
  const cutMs = quietestMs(startMs + lengthMs / 4, endMs - lengthMs / 4)
  return [...split({ startMs, endMs: cutMs }, quietestMs), ...split({ startMs: cutMs, endMs }, quietestMs)]
}
