import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import type { Statement } from '../../../../domain/note.ts'
import { decide } from './decide.ts'
import { findMedications } from './find-medications.ts'
import { openReasons } from './find-reason.ts'
import { findServices } from './find-services.ts'
import { formatOrder } from './format-order.ts'
import { mergeOrders } from './merge-orders.ts'
import type { Order } from './order.ts'
import { readClauses } from './read-clauses.ts'

/**
 * What the clinician orders, in the words that were said, each once: medicines with their directions, laboratory tests,
 * imaging, and when to come back. What was asked, done before, refused or made to depend on something is no order.
 */
export function findOrders(conversation: readonly Told[]): Statement[] {
  const clauses = readClauses(conversation)
  const orders = decide(clauses).flatMap((decision, at) => {
    if (!decision.isOrder) return []
    const medications = findMedications(clauses, at, decision)
    return decision.intent === 'stop' ? medications : [...medications, ...findServices(clauses, at, decision)]
  })
  const findReason = openReasons(conversation, clauses)
  return mergeOrders(orders).map((order) => stateOrder(order, findReason(order)))
}

function stateOrder({ category, name, words, evidence, attributes }: Order, reason?: string): Statement {
  return {
    text: formatOrder(words),
    evidence,
    support: 'derived',
    attributes: { type: 'order', category, name, ...(reason && { reason }), ...attributes },
  }
}
