import { findNames } from '../../../../clinical/en/conditions.ts'
import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { nameConditions } from '../../../../clinical/en/facts/name-conditions.ts'
import type { Order } from './order.ts'
import type { Clause } from './read-clauses.ts'

/** How far before an order its reason is looked for, in clauses. */
const REACH = 12

/**
 * Finds the condition or complaint that was named last before an order, or in its own clause. What was denied, ruled out,
 * only asked about, or is a relative's is nobody's reason.
 */
export function openReasons(conversation: readonly Told[], clauses: readonly Clause[]) {
  const isStated = openStanding(conversation)
  /** Each clause is looked through once, however many orders stand behind it. */
  const known = new Map<Clause, string | undefined>()
  const nameIn = (clause: Clause) => {
    if (!known.has(clause))
      known.set(
        clause,
        namesIn(clause).findLast((name) => isStated(clause, name)),
      )
    return known.get(clause)
  }
  return ({ clause: from }: Order): string | undefined => {
    for (let at = from; at >= 0 && at > from - REACH; at--) {
      const clause = clauses[at]
      const name = clause && nameIn(clause)
      if (name) return name
    }
    return undefined
  }
}

const namesIn = ({ said }: Clause) => findNames(said).map(({ start, end }) => said.slice(start, end))

function openStanding(conversation: readonly Told[]) {
  const mentions = nameConditions(conversation)
  const placed = mentions.flatMap((mention) =>
    mention.evidence.map((id) => ({ place: `${id} ${mention.name}`, mention })),
  )
  const byPlace = Map.groupBy(placed, ({ place }) => place)
  return ({ itemId, isQuestion }: Clause, name: string): boolean => {
    const told = byPlace.get(`${itemId} ${name}`)
    if (told === undefined) return !isQuestion
    return told.some(
      ({ mention: { person, standing } }) => person === 'patient' && !/^(?:denied|refuted)$/.test(standing),
    )
  }
}
