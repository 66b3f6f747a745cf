import type { Item } from '../../../domain/transcript.ts'

/** Nabla's documents: items are delineated by pauses. This is where sentences end in any case. */
const PAUSE_MS = 600

/** Sentences that one speaker says without a pause between them, as one item. */
export function joinSentences(items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const last = joined.at(-1)
    if (last && isSameBreath(last, item)) joined[joined.length - 1] = join(last, item)
    else joined.push(item)
  }
  return joined
}

function isSameBreath(last: Item, next: Item): boolean {
  const isSameVoice = last.speaker === next.speaker && last.speakerLabel === next.speakerLabel
  return isSameVoice && next.startMs - last.endMs < PAUSE_MS
}

function join(last: Item, next: Item): Item {
  const text = `${last.text} ${next.text}`
  const words = [...last.words, ...next.words]
  const printedFrom = [...countsOf(last), ...countsOf(next)]
  return { ...last, text, endMs: Math.max(last.endMs, next.endMs), words, printedFrom }
}

const countsOf = ({ printedFrom, words }: Item) => printedFrom ?? words.map(() => 1)
