import { IMAGING, LABORATORY } from '../../../../clinical/en/tests.ts'
import type { Decision } from './decide.ts'
import type { Category, Order } from './order.ts'
import { EXISTS, FOLLOW_UP, PURPOSE, REFUSED } from './order-cues.ts'
import type { Clause } from './read-clauses.ts'

/** The tests and the next appointment that a clause orders. */
export function findServices(clauses: readonly Clause[], at: number, decision: Decision): Order[] {
  const clause = clauses[at] as Clause
  const begins = clause.words.slice(0, decision.from).join(' ').length
  const named: [Category, RegExp][] = [
    ['laboratory', LABORATORY],
    ['imaging', IMAGING],
  ]
  const tests = named.flatMap(([category, names]) =>
    [...clause.said.matchAll(names)]
      .filter(({ index }) => index >= begins && !isRefused(clause.said.slice(0, index)))
      .filter(({ index }) => !PURPOSE.test(clause.said.slice(begins, index)))
      .filter(({ index }) => category !== 'imaging' || !EXISTS.test(clause.said.slice(0, index).trim()))
      .map((match) => orderOf(category, match[0], clause, at)),
  )
  const [followUp] = FOLLOW_UP.exec(clause.said) ?? []
  return followUp === undefined ? tests : [...tests, orderOf('follow_up', followUp, clause, at)]
}

const isRefused = (before: string) =>
  before
    .split(' ')
    .slice(-7)
    .some((word) => REFUSED.test(word))

const orderOf = (category: Category, phrase: string, { itemId }: Clause, clause: number): Order => ({
  ...{ category, name: phrase, words: phrase.split(' '), evidence: [itemId], clause, attributes: {} },
})
