import { isDeepStrictEqual } from 'node:util'
import type { Overlap, StoredRecording } from '../../domain/consultation.ts'
import { groupSeries, placeRecordings } from '../../domain/place-recordings.ts'
import {
  itemsAfter,
  type NewItem,
  type SessionVoice,
  type StoredItem,
  type StoredSession,
} from '../../domain/session.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { listRecordings } from '../../store/recordings.ts'
import { readTranscript } from '../../store/results.ts'
import { appendToSession, readSession } from '../../store/sessions.ts'
import type { Handle } from '../../store/tables.ts'
import { adoptIds, keyOf, shareTime } from './adopt-ids.ts'
import { carryOver } from './carry-over.ts'
import { looksPunctuated } from './join-recordings.ts'
import { type KnownVoice, matchVoices, ownLabels, relabel, translateLabels } from './match-voices.ts'
import { nameSessionVoices } from './name-session-voices.ts'
import {
  type Around,
  type HeardRecording,
  type Place,
  type PlannedChange,
  placeIn,
  planAppend,
  shift,
} from './plan-append.ts'

/** A recording that a job has heard. */
export interface NewHearing {
  tenantId: string
  sessionId: string
  recordingId: string
  jobId: string
  transcript: Transcript
  overlap: Overlap
  isPunctuated: boolean
}

/** Two chunks on either side: where the next one is cut follows from the one behind it. */
const REACH = 2

/**
 * Adds what a recording says to its session, in the transaction in which its job succeeds; the session is locked from here
 * until its end. What is there already is not added again. Answers the transcript in the labels of the session, and that of
 * a whole recording in its ids: of a chunk, borders may have changed the sentences.
 */
export async function append(trx: Handle, hearing: NewHearing): Promise<Transcript> {
  const { tenantId, sessionId, recordingId } = hearing
  await carryOver(trx, tenantId, sessionId)
  const stored = (await readSession(trx, tenantId, sessionId)) ?? NOTHING
  const { labels, changed } = matchVoices(stored.voices, hearing.transcript.voices ?? [])
  const transcript = translateLabels(hearing.transcript, labels)
  const recordings = (await listRecordings(trx, tenantId, sessionId)).map((one) =>
    one.id === recordingId ? withHearing(one, { ...hearing, transcript }) : one,
  )
  const isChunk = recordings.some(({ id, seriesId }) => id === recordingId && seriesId)
  const planned = isChunk
    ? planAppend(await lookAround(trx, recordings, stored.items, recordingId, transcript), recordingId)
    : replaceDraft(stored.items, recordingId, transcript)
  const items = await store(trx, sessionId, stored, planned, changed)
  if (isChunk) return transcript
  return withIds(
    transcript,
    items.filter((item) => item.recordingId === recordingId),
  )
}

/** A series that was heard once more, as one recording. */
export type WholeHearing = Omit<NewHearing, 'recordingId' | 'jobId'> & { seriesId: string }

/**
 * Puts what a series says as a whole in the place of what its chunks said, whose ids its items take over: no sentence ends,
 * and no voice changes, because a chunk does. Answers the transcript in the labels and ids of the session.
 */
export async function appendWhole(trx: Handle, hearing: WholeHearing): Promise<Transcript> {
  const { tenantId, sessionId, seriesId } = hearing
  const stored = (await readSession(trx, tenantId, sessionId)) ?? NOTHING
  const { labels, changed } = matchVoices(stored.voices, hearing.transcript.voices ?? [])
  const transcript = translateLabels(hearing.transcript, labels)
  const recordings = await listRecordings(trx, tenantId, sessionId)
  const { startsMs } = placeRecordings(recordings)
  const chunks = groupSeries(recordings).find(([first]) => first?.seriesId === seriesId) ?? []
  const run = chunks.map(({ id }) => ({ recordingId: id, startMs: startsMs.get(id) ?? 0 }))
  const items = await store(trx, sessionId, stored, replaceChunks(stored.items, run, transcript), changed)
  const inRun = items.flatMap((item) => {
    const place = run.find(({ recordingId }) => recordingId === item.recordingId)
    return place ? [shift(item, place.startMs - (run[0]?.startMs ?? 0))] : []
  })
  return withIds(transcript, inRun)
}

/** Stores a change with the voices as they are named by it; answers the items as they are then. */
async function store(
  trx: Handle,
  sessionId: string,
  stored: StoredSession,
  planned: PlannedChange,
  changed: readonly KnownVoice[],
): Promise<StoredItem[]> {
  const change = { ...planned, voices: [] }
  const named = nameSessionVoices(itemsAfter(stored.items, change), overlay(stored.voices, changed))
  const news = named.filter((voice) => !stored.voices.some((known) => isDeepStrictEqual(known, voice)))
  const { ids } = await appendToSession(trx, sessionId, { ...change, voices: news })
  const added = change.added.map((item, at) => ({ ...item, id: ids[at] as string }))
  return [...stored.items, ...change.revised, ...added]
}

const NOTHING: StoredSession = { sequence: 0, items: [], merged: new Map(), voices: [] }

function withHearing(recording: StoredRecording, hearing: NewHearing): StoredRecording {
  const { transcript, overlap, isPunctuated, jobId } = hearing
  const { items: _, voices: __, ...heard } = transcript
  return { ...recording, overlap, heard: { ...heard, jobId, isPunctuated } }
}

/** A whole recording's items take the places of those that were heard while it went on, and their ids. */
function replaceDraft(stored: readonly StoredItem[], recordingId: string, { items }: Transcript): PlannedChange {
  const draft = stored.filter((item) => item.recordingId === recordingId)
  const whole = items.map(({ id: _, speaker: __, speakerConfidence: ___, tookIn: ____, ...item }) => item)
  return adoptIds(
    draft,
    whole.map((item) => ({ ...item, recordingId })),
    shareTime,
  )
}

/** The items of a whole series take the places of those of its chunks, and their ids. */
function replaceChunks(stored: readonly StoredItem[], run: readonly Place[], { items }: Transcript): PlannedChange {
  const [first] = run
  if (first === undefined) return { added: [], revised: [], merged: new Map() }
  const startOf = new Map(run.map(({ recordingId, startMs }) => [recordingId, startMs]))
  const draft = stored.flatMap((item) => {
    const startMs = startOf.get(item.recordingId)
    return startMs === undefined ? [] : [shift(item, startMs)]
  })
  const whole = items.map(({ id: _, speaker: __, speakerConfidence: ___, tookIn: ____, ...item }) =>
    shift<NewItem>({ ...item, recordingId: first.recordingId }, first.startMs),
  )
  const { added, revised, merged } = adoptIds(draft, whole, shareTime)
  const place = <One extends NewItem>(item: One): One => placeIn(run, item)
  return { added: added.map(place), revised: revised.map(place), merged }
}

/** What stands around a chunk, and was heard in it and beside it. */
async function lookAround(
  trx: Handle,
  recordings: readonly StoredRecording[],
  items: readonly StoredItem[],
  recordingId: string,
  transcript: Transcript,
): Promise<Around> {
  const run = findRun(recordings, recordingId)
  const { startsMs } = placeRecordings(recordings)
  return {
    run: run.map(({ id }) => ({ recordingId: id, startMs: startsMs.get(id) ?? 0 })),
    items: items.filter((item) => run.some(({ id }) => id === item.recordingId)),
    heard: await readAround(trx, run, recordingId, transcript, startsMs),
  }
}

/** The recording, and the chunks that were heard around it without a number missing between them. */
function findRun(recordings: readonly StoredRecording[], recordingId: string): StoredRecording[] {
  const series = groupSeries(recordings).find((group) => group.some(({ id }) => id === recordingId)) ?? []
  const own = series.findIndex(({ id }) => id === recordingId)
  const follows = (at: number) => series[at]?.heard && series[at - 1]?.position === (series[at]?.position ?? 0) - 1
  let [first, end] = [own, own + 1]
  while (first > 0 && follows(first) && series[first - 1]?.heard) first--
  while (end < series.length && follows(end)) end++
  return series.slice(Math.max(0, first), end)
}

/** What was heard in the recording and next to it. */
async function readAround(
  trx: Handle,
  run: readonly StoredRecording[],
  recordingId: string,
  own: Transcript,
  startsMs: ReadonlyMap<string, number>,
): Promise<HeardRecording[]> {
  const at = run.findIndex(({ id }) => id === recordingId)
  const around: HeardRecording[] = []
  for (const { id, position, overlap, heard } of run.slice(Math.max(0, at - REACH), at + REACH + 1)) {
    const transcript = id === recordingId ? own : heard && (await readTranscript(trx, heard.jobId))
    if (transcript === undefined) continue
    const { items } = relabel(transcript, ownLabels(transcript))
    const { language, durationMs } = transcript
    const isPunctuated = heard?.isPunctuated ?? looksPunctuated(items)
    around.push({
      recordingId: id,
      startMs: startsMs.get(id) ?? 0,
      position,
      durationMs,
      overlap,
      language,
      isPunctuated,
      items,
    })
  }
  return around
}

/** The voices as they are known now. */
function overlay(voices: readonly SessionVoice[], changed: readonly KnownVoice[]): SessionVoice[] {
  const known = new Map(voices.map((voice) => [voice.label, voice]))
  for (const voice of changed) known.set(voice.label, { speaker: 'unspecified', ...known.get(voice.label), ...voice })
  return [...known.values()]
}

/** The items with the ids that they have in the session, known by their words. */
function withIds(transcript: Transcript, stored: readonly StoredItem[]): Transcript {
  const idOf = new Map(stored.flatMap(({ id, words }) => words.map((word) => [keyOf(word), id] as const)))
  const items = transcript.items.map((item) => {
    const [word] = item.words
    return { ...item, id: (word && idOf.get(keyOf(word))) ?? item.id }
  })
  return { ...transcript, items }
}
