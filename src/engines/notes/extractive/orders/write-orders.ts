import type { Statement } from '../../../../domain/note.ts'
import { type Material, type Written, writeByTopic } from '../fill-sections.ts'
import { findOrders } from './find-orders.ts'
import type { Category } from './order.ts'

/** The orders by section. */
export function writeOrders({ items }: Material): Written {
  const by = (category: Category) => byCategory(findOrders(items), category)
  const sections = { medications: by('medication'), laboratory: by('laboratory'), imaging: by('imaging') }
  return { sections: { ...sections, follow_up: by('follow_up') } }
}

const byCategory = (orders: readonly Statement[], category: Category) =>
  orders.filter(({ attributes }) => attributes?.category === category)

/** The plan as it was said, with the orders in it that none of its sentences tells. */
export function writeTreatmentPlan(material: Material): Written {
  const { sections } = writeByTopic(
    'treatment_plan',
    ['medications', 'investigations', 'advice', 'follow_up'],
    material,
  )
  const orders = findOrders(material.items)
  const tests = [...byCategory(orders, 'laboratory'), ...byCategory(orders, 'imaging')]
  return {
    sections: {
      ...sections,
      medications: withOrders(sections.medications, byCategory(orders, 'medication')),
      investigations: withOrders(sections.investigations, tests),
      follow_up: withOrders(sections.follow_up, byCategory(orders, 'follow_up')),
    },
  }
}

function withOrders(told: readonly Statement[] = [], orders: readonly Statement[]): Statement[] {
  const isTold = ({ attributes }: Statement) =>
    told.some(({ text }) => text.toLowerCase().includes(attributes?.name ?? ''))
  return [...told, ...orders.filter((order) => !isTold(order))]
}
