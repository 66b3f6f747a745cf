import type { Statement } from '../../../../domain/note.ts'
import { type Material, type Written, writeByTopic } from '../fill-sections.ts'
import { tells } from './add-orders.ts'
import { findOrders } from './find-orders.ts'
import type { Category } from './order.ts'

/** The orders by section. */
export function writeOrders({ conversation }: Material): Written {
  const orders = findOrders(conversation)
  return {
    sections: {
      medications: ofCategories(orders, ['medication']),
      laboratory: ofCategories(orders, ['laboratory']),
      imaging: ofCategories(orders, ['imaging']),
      follow_up: ofCategories(orders, ['follow_up']),
    },
  }
}

const ofCategories = (orders: readonly Statement[], categories: readonly Category[]) =>
  orders.filter(({ attributes }) => categories.some((category) => category === attributes?.category))

/** Which orders stand in which section of a treatment plan. */
const PLACED: Record<string, readonly Category[]> = {
  medications: ['medication'],
  investigations: ['laboratory', 'imaging'],
  follow_up: ['follow_up'],
}

/** The plan as it was said: each sentence beside the orders that it tells, then the orders that none tells. */
export function writeTreatmentPlan(material: Material): Written {
  const { sections } = writeByTopic('treatment_plan', [...Object.keys(PLACED), 'advice'], material)
  const orders = findOrders(material.conversation)
  const placed = Object.entries(PLACED).map(([key, categories]) => {
    const own = ofCategories(orders, categories)
    const moved = (sections.advice ?? []).filter((statement) => own.some((order) => tells(statement, order)))
    return [key, withUntold([...(sections[key] ?? []), ...moved], own)] as const
  })
  const moved = new Set(placed.flatMap(([, statements]) => statements))
  const advice = (sections.advice ?? []).filter((statement) => !moved.has(statement))
  return { sections: { ...Object.fromEntries(placed), advice } }
}

const withUntold = (told: readonly Statement[], orders: readonly Statement[]) => [
  ...told,
  ...orders.filter((order) => !told.some((statement) => tells(statement, order))),
]
