import type { NewItem, StoredItem } from '../../domain/session.ts'
import type { Word } from '../../domain/transcript.ts'
import type { PlannedChange } from './plan-append.ts'

/** By this a word is known again, in whichever item it stands. */
export const keyOf = ({ startMs, endMs, text }: Word) => `${startMs} ${endMs} ${text}`

/**
 * Gives the ids of stored items to what stands in their place now. `standing` are all items as they are to be: those with an
 * id stay as they are. The item that has most of a stored one's words gets its id; where another got it, or none has any, the
 * id is merged into the item that has some, or the nearest one. All times are the session's.
 */
export function adoptIds(stored: readonly StoredItem[], standing: readonly NewItem[]): PlannedChange {
  const untouched = new Set(standing.flatMap(({ id }) => id ?? []))
  const open = stored.filter(({ id }) => !untouched.has(id))
  const fresh = standing.filter(({ id }) => id === undefined)
  const pairs = pairByWords(open, fresh)
  const idOf = new Map<NewItem, string>()
  const placed = new Set<string>()
  for (const { item, by } of pairs) {
    if (placed.has(item.id) || idOf.has(by)) continue
    idOf.set(by, item.id)
    placed.add(item.id)
  }
  const merged = new Map<string, string>()
  for (const item of open) {
    if (placed.has(item.id)) continue
    const by = pairs.find((pair) => pair.item === item)?.by ?? nearest(item, standing)
    if (by === undefined) continue
    const id = by.id ?? idOf.get(by)
    if (id === undefined) idOf.set(by, item.id)
    else merged.set(item.id, id)
  }
  const before = new Map(open.map((item) => [item.id, item]))
  const known = [...idOf].map(([item, id]) => ({ ...item, id }))
  return {
    added: fresh.filter((item) => !idOf.has(item)),
    revised: known.filter((item) => !saysTheSame(item, before.get(item.id))),
    merged,
  }
}

interface Pair {
  item: StoredItem
  by: NewItem
  shared: number
}

/** Stored items with those that have words of theirs, the most first. */
function pairByWords(open: readonly StoredItem[], fresh: readonly NewItem[]): Pair[] {
  const pairs = open.flatMap((item) => {
    const words = new Set(item.words.map(keyOf))
    return fresh.map((by) => ({ item, by, shared: by.words.filter((word) => words.has(keyOf(word))).length }))
  })
  return pairs.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared)
}

/** The one that is said in the middle of the item, or nearest to it. */
function nearest(item: NewItem, others: readonly NewItem[]): NewItem | undefined {
  const middleMs = (item.startMs + item.endMs) / 2
  const away = ({ startMs, endMs }: NewItem) => Math.max(0, startMs - middleMs, middleMs - endMs)
  return others.toSorted((a, b) => away(a) - away(b))[0]
}

const saysTheSame = (item: NewItem, before: NewItem | undefined) =>
  item.text === before?.text &&
  item.speakerLabel === before.speakerLabel &&
  item.words.length === before.words.length &&
  item.words.every((word, at) => keyOf(word) === keyOf(before.words[at] as Word))
