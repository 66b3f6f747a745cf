import { findNames } from '../../../../clinical/en/conditions.ts'
import type { Order } from './order.ts'
import type { Clause } from './read-clauses.ts'

/** How far before an order its reason is looked for, in clauses. */
const REACH = 12

/** The condition or complaint that was named last before the order, or in its own clause. */
export function findReason({ clause }: Order, clauses: readonly Clause[]): string | undefined {
  for (let at = clause; at >= 0 && at > clause - REACH; at--) {
    const said = clauses[at]?.said ?? ''
    const name = findNames(said).at(-1)
    if (name) return said.slice(name.start, name.end)
  }
  return undefined
}
