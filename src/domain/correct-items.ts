import { diffArrays } from 'diff'
import { OslerError } from './errors.ts'
import { answersTo, type Item, printedWords, type Speaker, type Word } from './transcript.ts'

/** What a reader of a transcript corrects in one step. */
export type ItemChange =
  | { action: 'edit'; item: string; text: string }
  /** `all`: every item of the same voice. */
  | { action: 'name'; item: string; speaker: Speaker; all?: boolean | undefined }
  /** The word with this number, from 1, begins an item of its own. */
  | { action: 'split'; item: string; word: number }
  /** With the one behind it. */
  | { action: 'merge'; item: string }

/**
 * The items with a change made `now` (ISO 8601). Ids stay; a part that is split off gets one of its own. Throws
 * `not_found`, `request_invalid`.
 */
export function correctItems(items: readonly Item[], change: ItemChange, now = new Date().toISOString()): Item[] {
  const at = items.findIndex((item) => answersTo(item, change.item))
  const item = items[at]
  if (item === undefined) throw new OslerError('not_found', 'The transcript has no item with this id.')
  if (change.action === 'name')
    return items.map((other) => (isMeant(other, item, change.all) ? rename(other, change.speaker, now) : other))
  if (change.action === 'merge') return items.toSpliced(at, 2, merge(item, items[at + 1]))
  if (change.action === 'split') return items.toSpliced(at, 1, ...split(item, change.word, items))
  return items.toSpliced(at, 1, edit(item, change.text, now))
}

const isMeant = (other: Item, item: Item, all = false) =>
  other === item || (all && item.speakerLabel !== undefined && other.speakerLabel === item.speakerLabel)

/** What a person says is sure. A voice that had no name says the same with one. */
const rename = (item: Item, speaker: Speaker, now: string): Item => ({
  ...{ ...item, speaker, speakerConfidence: 1 },
  ...(![speaker, 'unspecified'].includes(item.speaker) && { correctedAt: now }),
})

function edit(item: Item, text: string, now: string): Item {
  const written = text.trim().replace(/\s+/g, ' ')
  if (written === '')
    throw new OslerError('request_invalid', 'The text is empty: merge the item with its neighbour instead.')
  const words = retime(printedWords(item), written.split(' '), item)
  const isOther = written !== item.text
  return withWords({ ...item, text: written, ...(isOther && { correctedAt: now }) }, words.map(believe))
}

/** Whoever edits an item has read all of it, and answers for the words that stay as for those that are new. */
const believe = (word: Word): Word => ({ ...word, confidence: 1 })

/** Words that stayed keep their times; new ones share the time of those that they stand for. */
function retime(old: readonly Word[], texts: readonly string[], { startMs, endMs }: Item): Word[] {
  if (old.length === 0) return []
  const words: Word[] = []
  let [at, fromMs] = [0, startMs]
  for (const { added, removed, value } of compare(
    old.map(({ text }) => text),
    texts,
  )) {
    if (removed) {
      at += value.length
      continue
    }
    if (added) {
      words.push(...spread(value, fromMs, Math.max(fromMs, old[at]?.startMs ?? endMs)))
      continue
    }
    for (const text of value) words.push({ ...(old[at++] as Word), text })
    fromMs = words.at(-1)?.endMs ?? fromMs
  }
  return words
}

/** Comparing costs the square of what differs. Who changes more words than that in one step has written the item anew. */
const MOST_CHANGED = 1000

function compare(old: readonly string[], texts: readonly string[]) {
  const changes = diffArrays([...old], [...texts], { maxEditLength: MOST_CHANGED })
  if (changes) return changes
  return [
    { value: [...old], added: false, removed: true },
    { value: [...texts], added: true, removed: false },
  ]
}

function spread(texts: readonly string[], startMs: number, endMs: number): Word[] {
  const share = (endMs - startMs) / texts.length
  return texts.map((text, at) => ({
    ...{ text, startMs: Math.round(startMs + at * share), endMs: Math.round(startMs + (at + 1) * share) },
  }))
}

function split(item: Item, word: number, items: readonly Item[]): Item[] {
  const texts = item.text.split(/\s+/)
  const words = printedWords(item)
  if (word < 1 || word >= texts.length) {
    throw new OslerError(
      'request_invalid',
      `The item has ${texts.length} words: split it before one of 1 to ${texts.length - 1}.`,
    )
  }
  const border = words[word]?.startMs ?? Math.round(item.startMs + ((item.endMs - item.startMs) * word) / texts.length)
  const part = (from: number, to?: number) => ({ ...item, text: texts.slice(from, to).join(' ') })
  return [
    withWords({ ...part(0, word), endMs: words[word - 1]?.endMs ?? border }, words.slice(0, word)),
    withWords({ ...part(word), id: newItemId(item.id, items), startMs: border }, words.slice(word)),
  ]
}

/** `i4` gives `i4.1`, and that `i4.2`. */
function newItemId(id: string, items: readonly Item[]): string {
  const taken = new Set(items.map((item) => item.id))
  const [first = id] = id.split('.')
  let count = 1
  while (taken.has(`${first}.${count}`)) count++
  return `${first}.${count}`
}

function merge(item: Item, next: Item | undefined): Item {
  if (next === undefined) throw new OslerError('request_invalid', 'The last item has none behind it to merge with.')
  const [one, other] = [printedWords(item), printedWords(next)]
  const words = one.length > 0 && other.length > 0 ? [...one, ...other] : []
  const tookIn = [...(item.tookIn ?? []), next.id, ...(next.tookIn ?? [])]
  const text = `${item.text} ${next.text}`
  const correctedAt = [item.correctedAt, next.correctedAt]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1)
  const endMs = Math.max(item.endMs, next.endMs)
  return withWords({ ...item, text, endMs, tookIn, ...(correctedAt && { correctedAt }) }, words)
}

/** From here on each printed word is one word. */
function withWords({ printedFrom: _, confidence: __, ...item }: Item, words: Word[]): Item {
  const known = words.flatMap(({ confidence }) => confidence ?? [])
  const confidence = known.reduce((sum, value) => sum + value, 0) / known.length
  return { ...item, words, ...(known.length > 0 && { confidence: Math.round(confidence * 1000) / 1000 }) }
}
