import { rankOfSystem, systemOf } from '../../../clinical/en/body-systems.ts'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'

/** True for a statement that says no more than that the patient has something, or has it not. */
export const isFinding = ({ attributes }: Statement) => attributes?.finding !== undefined

/** What was asked after, system by system: what the patient has, and in one sentence what he denies. */
export function reviewSystems(findings: readonly Statement[]): Statement[] {
  const bySystem = Map.groupBy(findings, ({ attributes }) => systemOf(plainWords(attributes?.finding ?? '')))
  const systems = [...bySystem].toSorted(([a], [b]) => rankOfSystem(a) - rankOfSystem(b))
  return systems.flatMap(([system, found]) =>
    mergeFindings(found).map((statement) => ({
      ...statement,
      attributes: { ...statement.attributes, ...(system && { body_system: system }) },
    })),
  )
}

/** Reports first, each in the words that were asked, then one sentence of all denials. */
function mergeFindings(findings: readonly Statement[]): Statement[] {
  const [reported, denied] = [
    findings.filter(({ attributes }) => attributes?.is_present === 'true'),
    findings.filter(({ attributes }) => attributes?.is_present === 'false'),
  ]
  const names = [...new Set(denied.flatMap(({ attributes }) => attributes?.finding?.split(/; |, (?:or |and )?/) ?? []))]
  if (names.length === 0) return reported
  const evidence = [...new Set(denied.flatMap((each) => each.evidence))]
  const attributes = { finding: names.join('; '), is_present: 'false' }
  return [...reported, { text: `The patient denies ${joinNames(names)}.`, evidence, support: 'derived', attributes }]
}

/** What is denied in a row, in one sentence; what was denied already is not said again. */
export function joinDenials(statements: readonly Statement[]): Statement[] {
  const joined: Statement[] = []
  let run: Statement[] = []
  for (const statement of [...withoutRepeated(statements), undefined]) {
    if (statement?.attributes?.is_present === 'false') run.push(statement)
    else {
      joined.push(...mergeFindings(run), ...(statement ? [statement] : []))
      run = []
    }
  }
  return joined
}

const namesIn = (finding = '') => finding.split(/; |, (?:or |and )?| or /)
const HAS_NOT = /^the patient (?:does not have|has no|has not had) (?:an? |any )?(.+)\.$/i

/** "Do you have a fever? – No, I do not have a fever." denies it twice. */
export function withoutRepeated(statements: readonly Statement[]): Statement[] {
  const denied = new Set<string>()
  return withoutShorter(statements).filter(({ text, attributes }) => {
    if (attributes?.is_present === 'false')
      for (const name of namesIn(attributes.finding)) denied.add(name.toLowerCase())
    const [, name] = HAS_NOT.exec(text) ?? []
    return name === undefined || !denied.has(name.toLowerCase())
  })
}

/** "Order an echocardiogram." beside "Order an echocardiogram for that murmur.": what is told more fully is told once. */
function withoutShorter(statements: readonly Statement[]): readonly Statement[] {
  const texts = statements.map(({ text }) => text.toLowerCase().replace(/\.$/, ''))
  return statements.filter((_, at) => {
    const text = texts[at] ?? ''
    return !texts.some(
      (other, index) => (index < at && other === text) || (index !== at && other.startsWith(`${text} for `)),
    )
  })
}

function joinNames(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed()
  if (others.length < 2) return [...others, last].join(' or ')
  return `${others.toReversed().join(', ')}, or ${last}`
}
