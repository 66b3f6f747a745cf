import type { Order } from './order.ts'

/**
 * Each order once, as it was said most fully, with the evidence of every time: a command to a device repeats what the
 * patient was told. "Labs" and "a steroid" are left out where what they stand for is ordered by name.
 */
export function mergeOrders(orders: readonly Order[]): Order[] {
  const merged = mergeSame(mergeSame(orders))
  return merged.filter((order) => !isVague(order) || !merged.some((other) => isNamed(other, order)))
}

function mergeSame(orders: readonly Order[]): Order[] {
  const merged: Order[] = []
  for (const order of orders) {
    const at = merged.findIndex((earlier) => isSame(earlier, order))
    if (at < 0) merged.push(order)
    else merged[at] = join(merged[at] as Order, order)
  }
  return merged
}

/** Names of whole classes. */
const VAGUE =
  /^(?:labs?|lab (?:tests?|work)|laboratory (?:tests?|studies)|bloods|blood (?:tests?|work|draw|samples?)|swabs?|(?:oral )?steroids?|anti[ -]?inflammator(?:y|ies)(?: medications?)?|nsaids?|antibiotics?|pain ?killers?|antihistamines?|vitamins?|statins?|diuretics?|insulin)$/

const isVague = ({ name }: Order) => VAGUE.test(name)
const isNamed = (other: Order, order: Order) => other.category === order.category && !isVague(other)

function isSame(a: Order, b: Order): boolean {
  if (a.category !== b.category) return false
  if (a.category === 'medication') {
    return singular(a) === singular(b) && (a.attributes.intent === 'stop') === (b.attributes.intent === 'stop')
  }
  if (a.category === 'follow_up') return true
  if (isVague(a) || isVague(b)) return a.name === b.name
  const [fewer = [], more = []] = [contentOf(a), contentOf(b)].toSorted((one, other) => one.length - other.length)
  return fewer.every((word) => more.includes(word))
}

const singular = ({ attributes }: Order) => (attributes.drug ?? '').replace(/s$/, '')

const SYNONYMS: [RegExp, string][] = [
  [/\b(?:complete|full) blood count\b|\bfbc\b/, 'cbc'],
  [/\bhb ?a1c\b|\ba one c\b|\ba1c\b/, 'a1c'],
  [/\bcat scan\b|\bct scan\b/, 'ct'],
  [/\bx rays?\b|\bx-rays\b/, 'x-ray'],
]

/** The words that tell one test from another. */
function contentOf({ name }: Order): string[] {
  const known = SYNONYMS.reduce((said, [spoken, written]) => said.replace(spoken, written), name)
  return known
    .split(' ')
    .filter((word) => !/^(?:of|on|your|the|a|an|that|my|his|her|scan|levels?|tests?|blood)$/.test(word))
}

function join(earlier: Order, later: Order): Order {
  const isFuller = fullness(later) > fullness(earlier)
  const [kept, other] = isFuller ? [later, earlier] : [earlier, later]
  return { ...kept, evidence: [...new Set([...kept.evidence, ...other.evidence])] }
}

const fullness = ({ attributes, words }: Order) => Object.keys(attributes).length * 10 + words.length
