import { isExplained, isGeneralBeside } from '../conditions/explained.ts'
import { sidesOf } from '../conditions/sided.ts'
import type { Condition } from '../conditions.ts'
import type { Told } from './conversation.ts'
import { type NamedCondition, nameConditions } from './name-conditions.ts'

/** A condition of the patient or of a relative. */
export type ConditionFact = Omit<NamedCondition, 'isByClinician'>

/** The conditions of the patient and of relatives, each once, as the conversation leaves them. */
export function findConditions(conversation: readonly Told[]): ConditionFact[] {
  const named = nameConditions(conversation)
  const byCondition = Map.groupBy(named, ({ person, condition }) => `${person} ${condition.code}`)
  const settled = [...byCondition.values()].flatMap(settle)
  const own = settled.filter(({ person }) => person === 'patient')
  const present = own.filter(({ standing }) => standing === 'present').map(({ condition }) => condition)
  return settled.filter((fact) => (fact.person === 'patient' ? !isLeftOut(fact, present) : !isVague(fact, settled)))
}

/** "In the family" says no more where the relative is named. */
const isVague = ({ person, condition }: ConditionFact, all: readonly ConditionFact[]) =>
  /^(?:family|parent)$/.test(person) &&
  all.some((other) => other.condition === condition && !/^(?:patient|family|parent)$/.test(other.person))

/** What is said last counts, of a diagnosis what the clinician says last; a possibility only where nothing is certain. */
function settle(named: readonly NamedCondition[]): ConditionFact[] {
  const certain = named.filter(({ standing }) => standing !== 'possible')
  const isSymptom = named[0]?.condition.sort === 'symptom'
  const told = certain.filter(({ isByClinician, standing }) => isByClinician && standing !== 'denied')
  const last = (isSymptom || told.length === 0 ? certain : told).at(-1) ?? named.at(-1)
  if (last === undefined || last.standing === 'denied') return []
  const { isByClinician: _, ...fact } = certain.find(({ standing }) => standing === last.standing) ?? last
  return [fact]
}

/** What was said of a side is not coded without one as well (ICD-10-CM guidelines, I.B.13), a symptom not beside what explains it (I.B.5). */
function isLeftOut({ condition, standing }: ConditionFact, present: readonly Condition[]): boolean {
  if (standing !== 'present') return false
  const sides = sidesOf(condition.code)
  return (
    present.some(({ code }) => sides.includes(code)) ||
    present.some((other) => isGeneralBeside(condition, other)) ||
    isExplained(condition, present)
  )
}
