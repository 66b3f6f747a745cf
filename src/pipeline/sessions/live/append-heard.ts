import type { NewItem } from '../../../domain/session.ts'
import type { Item } from '../../../domain/transcript.ts'
import { labelOf } from '../../../domain/voice.ts'
import type { CorrectNames, RecognizedSegment, RecognizeOptions } from '../../../engines/speech/recognizer.ts'
import { appendToSession, lockSession, reserveId } from '../../../store/sessions.ts'
import { type Handle, inTransaction } from '../../../store/tables.ts'
import { compose } from '../../transcribe/compose.ts'
import { dropLowConfidence } from '../../transcribe/drop-low-confidence.ts'
import { carryOver } from '../carry-over.ts'

/** A recording that goes on, as its words are stored. */
export interface LivePlace {
  tenantId: string
  consultationId: string
  recordingId: string
  channels: number
}

export interface HearingTools {
  db: Handle
  correctNames: CorrectNames
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

/**
 * Stores what an utterance says as items of its session, a sentence each, the first with the id that was reserved. They stand
 * until the whole recording is heard, whose items take their places and ids.
 */
export async function appendHeard(
  { db, correctNames }: HearingTools,
  place: LivePlace,
  segment: RecognizedSegment,
  id: string,
  options: RecognizeOptions,
  isPunctuated: boolean,
): Promise<Item[]> {
  const { recordingId, consultationId, channels } = place
  const understood = dropLowConfidence([segment]).heard
  const language = segment.language ?? options.language
  const words = (await correctNames(understood, { ...options, language })).flatMap((one) => one.words)
  const label = channels > 1 ? { speakerLabel: labelOf(segment.channel) } : {}
  const items = compose([{ ...label, words }], { language, isPunctuated })
  if (items.length === 0) return []
  const added = items.map(({ id: _, speaker: __, ...item }, at): NewItem => {
    return { ...item, recordingId, ...(at === 0 && { id }) }
  })
  const { ids } = await inTransaction(db, async (trx) => {
    await lockSession(trx, place.tenantId, consultationId)
    return appendToSession(trx, consultationId, { added, revised: [], merged: new Map(), voices: [] })
  })
  return items.map((item, at) => ({ ...item, id: ids[at] ?? item.id }))
}
