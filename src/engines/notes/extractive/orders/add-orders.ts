import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'
import type { Statement } from '../../../../domain/note.ts'
import { findOrders } from './find-orders.ts'

/** Where a note that has no section for orders prints them. */
const PLANS = ['assessment_and_plan', 'plan']

/** The sections with the orders in the plan that none of their statements tells. */
export function addOrders(
  sections: Record<string, Statement[]>,
  conversation: readonly Told[],
): Record<string, Statement[]> {
  const plan = PLANS.find((key) => Object.hasOwn(sections, key))
  if (plan === undefined) return sections
  const told = Object.values(sections).flat()
  const untold = findOrders(conversation).filter(
    (order) =>
      !OF_SPEAKERS.test(order.text) && !BARE.test(order.text) && !told.some((statement) => tells(statement, order)),
  )
  return { ...sections, [plan]: [...(sections[plan] ?? []), ...untold.map(underHeading)] }
}

/** "See you in a week" is told by its sentence, or by none. */
const OF_SPEAKERS = /\b(?:you|your|yourself|me|myself|us|my)\b/i

/** An order to come back says when. */
const BARE = /^(?:come back|follow up|return|call(?: back)?|get in touch)$/i

/** What share of an order's words makes a statement tell it: the rest are "you" and "them". */
const MOST = 0.7

/** True when a statement names what is ordered, or says most of it from the same words. */
export function tells(statement: Statement, order: Statement): boolean {
  const said = plainWords(formatSpoken(statement.text))
  const name = plainWords(formatSpoken(order.attributes?.name ?? ''))
  if (` ${said.join(' ')} `.includes(` ${name.join(' ')} `)) return true
  const isOfSame = order.evidence.some((id) => statement.evidence.includes(id))
  const ordered = plainWords(order.text)
  return isOfSame && ordered.filter((word) => said.includes(word)).length >= ordered.length * MOST
}

const underHeading = (order: Statement): Statement => ({
  ...order,
  attributes: { ...order.attributes, heading: 'Orders' },
})
