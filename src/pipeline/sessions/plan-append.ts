import type { Overlap } from '../../domain/consultation.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { NewItem, SessionChange, StoredItem } from '../../domain/session.ts'
import { type Item, shiftItems, type Word } from '../../domain/transcript.ts'
import { adoptIds, keyOf } from './adopt-ids.ts'
import { composeBorders, type Piece } from './compose-borders.ts'
import { mergeOverlaps } from './merge-overlaps.ts'

/** A recording, and where it begins in the session. */
export interface Place {
  recordingId: string
  startMs: number
}

/** A recording as it was heard: items in its own time and in the labels of the session, with those of its neighbours' sound. */
export interface HeardRecording extends Place {
  /** Its number in its series. */
  position: number
  durationMs: number
  overlap: Overlap
  language: LanguageTag
  isPunctuated: boolean
  items: readonly Item[]
}

export interface Around {
  /** The recordings that follow one another without a gap, in order: the one that was heard and those around it. */
  run: readonly Place[]
  /** The stored items that begin in these. */
  items: readonly StoredItem[]
  /** What was heard in it, and in two chunks on either side: where each is cut follows from the next. */
  heard: readonly HeardRecording[]
}

export type PlannedChange = Pick<SessionChange, 'added' | 'revised' | 'merged'>

/**
 * What the hearing of a recording changes in its session. Its items stand as they were composed, but where they meet what is
 * stored: the sentences on either side of a border are composed anew, and nothing beyond their ends. An item keeps its id
 * as long as it has any of its words; the id of one that lost them all is answered by what stands in its place. Pure.
 */
export function planAppend({ run, items, heard }: Around, recordingId: string): PlannedChange {
  const position = heard.find((one) => one.recordingId === recordingId)?.position
  const near = heard.filter((one) => Math.abs(one.position - (position ?? Number.NaN)) <= 1)
  const own = near.find((one) => one.recordingId === recordingId)
  if (own === undefined) return { added: [], revised: [], merged: new Map() }
  const startOf = new Map(run.map((place) => [place.recordingId, place.startMs]))
  const stored = items.map((item) => shift(item, startOf.get(item.recordingId) ?? 0))
  const isNear = ({ startMs, endMs }: Pick<Word, 'startMs' | 'endMs'>) =>
    near.some((one) => endMs > one.startMs && startMs < one.startMs + one.durationMs)
  const settled = settle(heard)
  const left = leaveSettled(stored, settled, isNear)
  const nearIds = new Set(near.map((one) => one.recordingId))
  const added = addSettled(
    settled.filter((one) => nearIds.has(one.recordingId)),
    stored,
  )
  const isUnchanged = added.length === 0 && left.length === stored.length && left.every(({ whole }) => whole)
  if (isUnchanged) return { added: [], revised: [], merged: new Map() }
  const change = adoptIds(stored, composeBorders([...left, ...added], isNear, own))
  const place = <One extends NewItem>(item: One): One => placeIn(run, item)
  return { ...change, added: change.added.map(place), revised: change.revised.map(place) }
}

export const shift = <One extends NewItem>(item: One, byMs: number): One => shiftItems([item], byMs)[0] as One

/** What was heard, with those of its words that count, in the time of the session. */
interface SettledRecording {
  recordingId: string
  items: { item: NewItem; words: Word[] }[]
}

function settle(heard: readonly HeardRecording[]): SettledRecording[] {
  const merged = mergeOverlaps(
    heard.map(({ items, ...one }) => ({
      ...one,
      words: items.flatMap(({ words, speakerLabel }) => words.map((word) => ({ word, speakerLabel }))),
    })),
  )
  return heard.map(({ items, startMs, recordingId }, at) => {
    const kept = new Set(merged[at]?.words.map(({ word }) => word))
    const settleItem = ({ id: _, speaker: __, speakerConfidence: ___, tookIn: ____, ...own }: Item) => {
      const item: NewItem = { ...own, recordingId }
      const settled = { ...item, words: item.words.filter((word) => kept.has(word)) }
      return { item: shift(item, startMs), words: shift(settled, startMs).words }
    }
    return { recordingId, items: items.map(settleItem) }
  })
}

/** What is left of the stored items: near what was heard, the words that still count. */
function leaveSettled(
  stored: readonly StoredItem[],
  settled: readonly SettledRecording[],
  isNear: (word: Word) => boolean,
): Piece[] {
  const keys = new Set(settled.flatMap(({ items }) => items.flatMap(({ words }) => words.map(keyOf))))
  return stored.flatMap((item) =>
    pieceOf(
      item,
      item.words.filter((word) => !isNear(word) || keys.has(keyOf(word))),
      true,
    ),
  )
}

/** What counts of the hearings and is not stored yet. */
function addSettled(settled: readonly SettledRecording[], stored: readonly StoredItem[]): Piece[] {
  const known = new Set(stored.flatMap(({ words }) => words.map(keyOf)))
  return settled.flatMap(({ items }) =>
    items.flatMap(({ item, words }) =>
      pieceOf(
        item,
        words.filter((word) => !known.has(keyOf(word))),
        false,
      ),
    ),
  )
}

function pieceOf(item: NewItem, words: Word[], isStored: boolean): Piece[] {
  if (words.length === 0) return []
  const whole = words.length === item.words.length ? item : undefined
  return [{ words, speakerLabel: item.speakerLabel, whole, isStored }]
}

/** The item in the time of the recording in which it begins. */
export function placeIn<One extends NewItem>(run: readonly Place[], item: One): One {
  const place = run.findLast(({ startMs }) => startMs <= item.startMs) ?? run[0]
  return place ? { ...shift(item, -place.startMs), recordingId: place.recordingId } : item
}
