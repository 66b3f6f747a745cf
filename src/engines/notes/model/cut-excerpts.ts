import type { Item } from '../../../domain/transcript.ts'

/** Items of the excerpt before that are shown again, so that an answer is read with its question. */
const SHOWN_AGAIN = 2

/**
 * The transcript in excerpts that cost at most so many tokens; every item stands in one excerpt at least. An item that is longer
 * than an excerpt is cut between words into pieces that keep its id.
 */
export function cutExcerpts(items: readonly Item[], mostTokens: number, costOf: (item: Item) => number): Item[][] {
  const pieces = items.flatMap((item) => (costOf(item) <= mostTokens ? [item] : cutItem(item, mostTokens, costOf)))
  const excerpts: Item[][] = []
  let room = 0
  for (const piece of pieces) {
    const cost = costOf(piece)
    if (cost > room || excerpts.length === 0) {
      const again = showAgain(excerpts.at(-1) ?? [], mostTokens - cost, costOf)
      excerpts.push(again)
      room = mostTokens - again.reduce((sum, item) => sum + costOf(item), 0)
    }
    excerpts.at(-1)?.push(piece)
    room -= cost
  }
  return excerpts
}

/** As many of the last items as take up no more than a quarter of the room. */
function showAgain(before: readonly Item[], room: number, costOf: (item: Item) => number): Item[] {
  const again = before.slice(-SHOWN_AGAIN)
  const cost = again.reduce((sum, item) => sum + costOf(item), 0)
  return cost <= room / 4 ? again : []
}

function cutItem(item: Item, mostTokens: number, costOf: (item: Item) => number): Item[] {
  const words = item.text.split(/\s+/)
  const middle = Math.ceil(words.length / 2)
  // A single word that fills a window is no speech; it is shown by its beginning and its end.
  const halves =
    words.length > 1
      ? [words.slice(0, middle).join(' '), words.slice(middle).join(' ')]
      : [item.text.slice(0, item.text.length / 2), item.text.slice(item.text.length / 2)]
  return halves.flatMap((text) => {
    const half = { ...item, text }
    return costOf(half) <= mostTokens || text.length <= 1 ? [half] : cutItem(half, mostTokens, costOf)
  })
}
