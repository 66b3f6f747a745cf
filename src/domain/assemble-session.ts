import { judgeAccuracy } from './accuracy.ts'
import type { Recording, Session, StoredRecording } from './consultation.ts'
import { groupSeries, placeRecordings } from './place-recordings.ts'
import type { StoredItem, StoredSession } from './session.ts'
import { type Item, printedWords, shiftItems } from './transcript.ts'
import { joinWarnings } from './warning-places.ts'

type Assembled = Omit<Session, 'series'>

/** A session as it is read: what is stored of it, in the times that its recordings have now. Nothing is composed anew. */
export function assembleSession(recordings: readonly StoredRecording[], stored: StoredSession = NOTHING): Assembled {
  const { startsMs, durationMs } = placeRecordings(recordings)
  const named = nameItems(stored)
  const items = shareOut(named, recordings, startsMs)
  const each = { recordings: recordings.map((one) => withWords(one, items.get(one.id) ?? [])), items, startsMs }
  const heard = recordings.flatMap((recording) => recording.heard ?? [])
  const [first] = heard
  if (first === undefined) return each
  const { language, engine, model } = first
  const warnings = joinWarnings(
    recordings.flatMap(({ id, heard: own }) => (own ? { ...own, startMs: startsMs.get(id) ?? 0 } : [])),
  )
  const all = named.flatMap(({ recordingId, item }) => shiftItems([item], startsMs.get(recordingId) ?? 0))
  all.sort((a, b) => a.startMs - b.startMs)
  const pauses = placePauses(recordings, startsMs)
  // What each recording's words are worth says nothing of them all together.
  const transcript = judgeAccuracy({
    ...{ language, durationMs, engine, model, warnings, items: all },
    ...pauses,
  })
  return { ...each, transcript }
}

const NOTHING: StoredSession = { sequence: 0, items: [], merged: new Map(), voices: [] }

function withWords({ heard, pausesMs, ...recording }: StoredRecording, items: Item[]): Recording {
  if (heard === undefined) return recording
  const { jobId: _, isPunctuated: __, ...known } = heard
  return { ...recording, transcript: { ...known, ...(pausesMs && { pausesMs }), items } }
}

/** Where somebody paused in any of the recordings. */
function placePauses(recordings: readonly StoredRecording[], startsMs: ReadonlyMap<string, number>) {
  const places = recordings.flatMap(({ id, pausesMs = [] }) => pausesMs.map((ms) => (startsMs.get(id) ?? 0) + ms))
  return places.length > 0 && { pausesMs: places.sort((a, b) => a - b) }
}

interface Named {
  recordingId: string
  item: Item
}

/** The items with who says them. The label of a voice that is alone in the session tells nothing, unless a channel is its. */
function nameItems({ items, voices, merged }: StoredSession): Named[] {
  const voiceOf = new Map(voices.map((voice) => [voice.label, voice]))
  const tookIn = Map.groupBy(merged.keys(), (id) => merged.get(id))
  const name = ({ recordingId, speakerLabel, ...item }: StoredItem): Named => {
    const voice = voiceOf.get(speakerLabel ?? '')
    const isTold = voice && (voices.length > 1 || voice.embedding === undefined)
    const former = tookIn.get(item.id)
    return {
      recordingId,
      item: {
        ...item,
        speaker: voice?.speaker ?? 'unspecified',
        ...(isTold && { speakerLabel: voice.label }),
        ...(voice?.speakerConfidence !== undefined && { speakerConfidence: voice.speakerConfidence }),
        ...(former && { tookIn: former }),
      },
    }
  }
  return items.map(name).sort((a, b) => a.item.startMs - b.item.startMs)
}

/** What each recording says by itself, in its own time: of an item that goes over a border, each has its words. */
function shareOut(
  named: readonly Named[],
  recordings: readonly StoredRecording[],
  startsMs: ReadonlyMap<string, number>,
): Map<string, Item[]> {
  const items = new Map(recordings.map(({ id }): [string, Item[]] => [id, []]))
  const startOf = (recording: { id: string } | undefined) =>
    startsMs.get(recording?.id ?? '') ?? Number.POSITIVE_INFINITY
  const runs = new Map(
    groupSeries(recordings).flatMap((run) =>
      run.map(({ id }, at) => [id, { run, at, next: startOf(run[at + 1]) }] as const),
    ),
  )
  for (const { recordingId, item } of named) {
    const own = runs.get(recordingId)
    if (own === undefined) continue
    const startMs = startOf({ id: recordingId })
    const isWithin = startMs + item.endMs <= own.next
    // From its own on, since hardly a word is further away than in the next: a series has hundreds.
    const find = (timeMs: number) => {
      let at = own.at
      while (startOf(own.run[at + 1]) <= startMs + timeMs) at++
      while (at > 0 && startOf(own.run[at]) > startMs + timeMs) at--
      return own.run[at]?.id ?? recordingId
    }
    for (const [id, part] of isWithin ? [[recordingId, item] as const] : cutItem(item, recordingId, find)) {
      items.get(id)?.push(...shiftItems([part], startMs - startOf({ id })))
    }
  }
  return items
}

function cutItem(item: Item, ownId: string, find: (timeMs: number) => string): (readonly [string, Item])[] {
  const printed = printedWords(item)
  if (printed.length === 0) return [[ownId, item]]
  const parts = Map.groupBy(printed, ({ startMs }) => find(startMs))
  const { printedFrom: _, ...whole } = item
  return [...parts].map(([id, words]) => {
    const times = { startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 }
    return [id, { ...whole, ...times, words, text: words.map(({ text }) => text).join(' ') }] as const
  })
}
