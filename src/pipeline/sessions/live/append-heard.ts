import type { NewItem } from '../../../domain/session.ts'
import type { Item } from '../../../domain/transcript.ts'
import { labelOf } from '../../../domain/voice.ts'
import type { CorrectNames, RecognizedSegment, RecognizeOptions } from '../../../engines/speech/recognizer.ts'
import { touchLive } from '../../../store/live.ts'
import { appendToSession, lockSession, reserveId } from '../../../store/sessions.ts'
import { type Handle, inTransaction } from '../../../store/tables.ts'
import { compose } from '../../transcribe/compose.ts'
import { dropLowConfidence } from '../../transcribe/drop-low-confidence.ts'
import { adoptIds, shareTime } from '../adopt-ids.ts'
import { carryOver } from '../carry-over.ts'

/** A recording that goes on, as its words are stored. */
export interface LivePlace {
  tenantId: string
  consultationId: string
  recordingId: string
  /** As in `HeldRecording`. */
  holder: string
  channels: number
}

interface WritingTools {
  db: Handle
  correctNames: CorrectNames
}

export interface HearingTools extends WritingTools {
  observe: {
    /** How much sound had come behind what was said when its text was final. */
    behind(seconds: number): void
  }
}

/** The id that the next item of a recording is to have, so that its text can be shown before it is sure. */
export function reserveItem(db: Handle, { tenantId, consultationId }: LivePlace): Promise<string> {
  return inTransaction(db, async (trx) => {
    await carryOver(trx, tenantId, consultationId)
    await lockSession(trx, tenantId, consultationId)
    return reserveId(trx, consultationId)
  })
}

/** What is heard of an utterance. */
export interface HeardUtterance {
  segment: RecognizedSegment
  options: RecognizeOptions
  isPunctuated: boolean
}

/**
 * Stores what an utterance says as items of its session, a sentence each, the first with the id that was reserved. They stand
 * until the whole recording is heard, whose items take their places and ids.
 */
export async function appendHeard(
  tools: WritingTools,
  place: LivePlace,
  heard: HeardUtterance,
  id: string,
): Promise<Item[]> {
  const items = await understand(tools, place, heard)
  if (items.length === 0) return []
  const added = items.map((item, at) => ({ ...toNew(item, place), ...(at === 0 && { id }) }))
  const { ids } = await inTransaction(tools.db, async (trx) => {
    await lockSession(trx, place.tenantId, place.consultationId)
    return appendToSession(trx, place.consultationId, { added, revised: [], merged: new Map(), voices: [] })
  })
  return items.map((item, at) => ({ ...item, id: ids[at] ?? item.id }))
}

/** What an utterance says as it is heard better: the items that say something else now, and those that others took in. */
export interface BetterItems {
  items: Item[]
  gone: string[]
}

/**
 * Puts what an utterance says, as it is heard better, in the place of what was stored of it: an item keeps its id. Changes
 * nothing where nothing is understood, and where the recording goes on no more, so that what the whole says stands.
 */
export async function betterHeard(
  tools: WritingTools,
  place: LivePlace,
  heard: HeardUtterance,
  stored: readonly Item[],
): Promise<BetterItems> {
  const items = await understand(tools, place, heard)
  if (items.length === 0) return NOTHING
  const before = stored.map((item) => ({ ...toNew(item, place), id: item.id }))
  const fresh = items.map((item) => toNew(item, place))
  const change = adoptIds(before, fresh, shareTime)
  const ids = await inTransaction(tools.db, async (trx) => {
    if (!(await touchLive(trx, place))) return undefined
    await lockSession(trx, place.tenantId, place.consultationId)
    return (await appendToSession(trx, place.consultationId, { ...change, voices: [] })).ids
  })
  if (ids === undefined) return NOTHING
  const added = change.added.map((item, at) => ({ ...item, id: ids[at] ?? '' }))
  const told = [...change.revised, ...added].map(({ recordingId: _, ...item }) => ({ ...item, ...SPEAKER }))
  return { items: told.toSorted((a, b) => a.startMs - b.startMs), gone: [...change.merged.keys()] }
}

const NOTHING: BetterItems = { items: [], gone: [] }
/** Who speaks is told when the whole is heard. */
const SPEAKER = { speaker: 'unspecified' } as const

async function understand(
  { correctNames }: WritingTools,
  { channels }: LivePlace,
  { segment, options, isPunctuated }: HeardUtterance,
): Promise<Item[]> {
  const understood = dropLowConfidence([segment]).heard
  const language = segment.language ?? options.language
  const words = (await correctNames(understood, { ...options, language })).flatMap((one) => one.words)
  const label = channels > 1 ? { speakerLabel: labelOf(segment.channel) } : {}
  return compose([{ ...label, words }], { language, isPunctuated })
}

function toNew({ id: _, speaker: __, ...item }: Item, { recordingId }: LivePlace): NewItem {
  return { ...item, recordingId }
}
