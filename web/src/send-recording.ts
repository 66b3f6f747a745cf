import { ApiError, ask, send } from './api.ts'
import { type KeptRecording, type KeptSegment, keptInBrowser, type Series } from './kept-recording.ts'
import { sendRecordedVisit } from './new-visit.ts'
import { hearingFields, readWishes } from './wishes.ts'

const AGAIN_MS = 500

/**
 * Sends the segments that are kept, each as soon as it is whole, and asks for the documents after the last; answers
 * where they come. Goes on through lost connections and restarts of the server; throws what waiting does not mend.
 * @param countWhole the number of segments that are whole so far
 * @param isOver true once no more will come
 * @param onSent told of every segment that the server has taken
 * @param onTrouble told in a sentence what holds the sending up, and '' when it goes on
 */
export async function sendRecording(
  countWhole: () => number,
  isOver: () => boolean,
  onSent: (series: Series) => void,
  onTrouble: (sentence: string) => void,
  kept: KeptRecording = keptInBrowser,
): Promise<Series | undefined> {
  for (;;) {
    try {
      const isLast = isOver()
      await sendSegments(isLast ? Number.POSITIVE_INFINITY : countWhole(), onSent, kept)
      if (isLast) return await finishSeries(kept)
      onTrouble('')
    } catch (error) {
      if (!(error instanceof ApiError && error.isPassing)) throw error
      onTrouble(error.message)
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

async function sendSegments(end: number, onSent: (series: Series) => void, kept: KeptRecording): Promise<void> {
  for (const segment of await kept.readSegments()) {
    if (segment.number >= end) return
    onSent(await sendToSeries(segment, kept))
    await kept.forgetSegment(segment.number)
  }
}

/** What somebody has deleted meanwhile is begun anew: the rest of the recording has to go somewhere. */
async function sendToSeries(segment: KeptSegment, kept: KeptRecording): Promise<Series> {
  const series = (await kept.readSeries()) ?? (await openSeries(kept))
  try {
    await sendRecordedVisit(series.consultationId)
    await sendSegment(series, segment)
    return series
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'not_found')) throw error
    const next = await openSeries(kept)
    await sendSegment(next, segment)
    return next
  }
}

async function openSeries(kept: KeptRecording): Promise<Series> {
  const series = await send<Series>('POST', '/api/series', {})
  await kept.keepSeries(series)
  return series
}

async function sendSegment({ id }: Series, { number, seconds }: KeptSegment): Promise<void> {
  const body = new FormData()
  for (const [field, value] of hearingFields()) body.append(field, value)
  body.append('file', new Blob(seconds, { type: seconds[0]?.type ?? '' }), 'segment.webm')
  await ask(`/api/series/${id}/segments/${number}`, { method: 'POST', body })
}

async function finishSeries(kept: KeptRecording): Promise<Series | undefined> {
  const series = await kept.readSeries()
  const isThere = series !== undefined && (await askForDocuments(series))
  await kept.forgetAll()
  return isThere ? series : undefined
}

/** False when somebody has deleted what was sent. */
async function askForDocuments({ id }: Series): Promise<boolean> {
  try {
    await send('POST', `/api/series/${id}/finish`, { documents: readWishes().documents })
    return true
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return false
    throw error
  }
}
