import { findNames } from '../../../../clinical/en/conditions.ts'
import type { Order } from './order.ts'
import type { Clause } from './read-clauses.ts'

/** How far before an order its reason is looked for, in clauses. */
const REACH = 12

/** The condition or complaint that was named last before the order, or in its own clause. */
export function findReason({ clause: from }: Order, clauses: readonly Clause[]): string | undefined {
  for (let at = from; at >= 0 && at > from - REACH; at--) {
    const clause = clauses[at]
    const name = clause && nameIn(clause)
    if (name) return name
  }
  return undefined
}

/** Each clause is looked through once, however many orders stand behind it. */
const known = new WeakMap<Clause, string>()

function nameIn(clause: Clause): string {
  const before = known.get(clause)
  if (before !== undefined) return before
  const name = findNames(clause.said).at(-1)
  const text = name ? clause.said.slice(name.start, name.end) : ''
  known.set(clause, text)
  return text
}
