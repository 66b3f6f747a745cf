import type { ServerEvent } from './api.ts'
import type { Item, Note, OpenText } from './types.ts'

/** An item as it is told while somebody speaks. */
export type SpokenItem = Pick<Item, 'id' | 'startMs' | 'endMs' | 'speaker' | 'text'>

/** What is told of a consultation while it goes on. */
export interface LiveText {
  /** In order. */
  items: readonly SpokenItem[]
  /** What is being said: it may change, and is kept nowhere. */
  open: readonly OpenText[]
  /** Of what is final so far. */
  draft?: Note
  /** How much of a recording is kept, while one goes on. */
  savedMs?: number | undefined
}

export const NOTHING_SAID: LiveText = { items: [], open: [] }

/** The same after an event; of one that tells nothing of it, as it was. */
export function takeEvent(text: LiveText, { name, data }: ServerEvent): LiveText {
  if (name === 'transcript') return { ...text, items: withItems(text.items, data as Told) }
  if (name === 'partial') return { ...text, open: withOpen(text.open, data as OpenText) }
  if (name === 'note') return { ...text, draft: data as Note }
  if (name === 'state') return { ...text, savedMs: (data as { savedMs?: number }).savedMs }
  return text
}

interface Told {
  whole: boolean
  items: SpokenItem[]
  gone: string[]
}

function withItems(known: readonly SpokenItem[], { whole, items, gone }: Told): SpokenItem[] {
  const all = new Map((whole ? [] : known).map((item) => [item.id, item]))
  for (const item of items) all.set(item.id, item)
  for (const id of gone) all.delete(id)
  return [...all.values()].sort((a, b) => a.startMs - b.startMs)
}

const withOpen = (known: readonly OpenText[], told: OpenText): OpenText[] => [
  ...known.filter(({ id }) => id !== told.id),
  ...(told.text ? [told] : []),
]
