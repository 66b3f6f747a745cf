import { overlap, stemsOf } from './rouge.ts'

export interface SimordOrder {
  order_type: string
  description: string
  reason: string | null
}

export type Orders = Readonly<Record<string, readonly SimordOrder[]>>

export interface OrderScore {
  precision: number
  recall: number
  f1: number
}

/** Stems of the descriptions in common from which on two orders are the same (F1). */
const LEAST_ALIKE = 0.5

const typeOf = ({ order_type: type }: SimordOrder) => type.toLowerCase().replace(/[-_ ]/g, '')

/** How many orders of the gold are found: pairs of one type, one to one, those that are most alike first. */
export function scoreOrders(gold: Orders, found: Orders): OrderScore {
  let [matched, wanted, written] = [0, 0, 0]
  for (const [id, given] of Object.entries(gold)) {
    const own = found[id] ?? []
    wanted += given.length
    written += own.length
    matched += countMatched(given, own)
  }
  return { precision: matched / written, recall: matched / wanted, f1: (2 * matched) / (written + wanted) }
}

function countMatched(given: readonly SimordOrder[], own: readonly SimordOrder[]): number {
  const pairs = given.flatMap((one, left) =>
    own.flatMap((other, right) => {
      if (typeOf(one) !== typeOf(other)) return []
      return [{ left, right, alike: overlap(stemsOf(other.description), stemsOf(one.description)) }]
    }),
  )
  pairs.sort((a, b) => b.alike - a.alike || b.left - a.left || b.right - a.right)
  const [taken, used] = [new Set<number>(), new Set<number>()]
  let matched = 0
  for (const { left, right, alike } of pairs) {
    if (alike === 0 || taken.has(left) || used.has(right)) continue
    taken.add(left)
    used.add(right)
    if (alike >= LEAST_ALIKE) matched++
  }
  return matched
}
