import type { NewItem, StoredItem } from '../../domain/session.ts'
import type { Word } from '../../domain/transcript.ts'
import type { PlannedChange } from './plan-append.ts'

/** By this a word is known again, in whichever item it stands. */
export const keyOf = ({ startMs, endMs, text }: Word) => `${startMs} ${endMs} ${text}`

/**
 * Gives the ids of stored items to what stands in their place now. `standing` are all items as they are to be: those with an
 * id stay as they are. The item that shares most with a stored one, words or time, gets its id; where another got it, or none
 * shares any, the id is merged into the item that has some, or the nearest one. All times are the session's.
 */
export function adoptIds(
  stored: readonly StoredItem[],
  standing: readonly NewItem[],
  share: typeof shareWords = shareWords,
): PlannedChange {
  const untouched = new Set(standing.flatMap(({ id }) => id ?? []))
  const open = stored.filter(({ id }) => !untouched.has(id))
  const fresh = standing.filter(({ id }) => id === undefined)
  const pairs = pairBy(share, open, fresh)
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

/** How many words of one item another has. */
function shareWords(item: NewItem): (by: NewItem) => number {
  const words = new Set(item.words.map(keyOf))
  return (by) => by.words.filter((word) => words.has(keyOf(word))).length
}

/** For how long both are said: what is heard anew has other words, at about the same time. */
export const shareTime: typeof shareWords = (item) => (by) =>
  Math.min(item.endMs, by.endMs) - Math.max(item.startMs, by.startMs)

/** Stored items with those that share something with them, the most first. */
function pairBy(share: typeof shareWords, open: readonly StoredItem[], fresh: readonly NewItem[]): Pair[] {
  const pairs = open.flatMap((item) => {
    const shareOf = share(item)
    return fresh.map((by) => ({ item, by, shared: shareOf(by) }))
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
