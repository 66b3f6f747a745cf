import { genericOf } from '../../clinical/en/medicines.ts'
import { type Quantity, readQuantities } from '../../clinical/en/quantities.ts'
import { isMedicine } from '../../clinical/en/terms.ts'
import { plainWords } from '../../clinical/en/words.ts'
import { readClauses } from './clauses.ts'
import { agreesOnFindings } from './findings.ts'
import { agreesOnSides } from './sides.ts'

/** What a statement says and its evidence does not: `evidence` when there is none, or only a question. */
export type Fault = 'evidence' | 'number' | 'medicine' | 'side' | 'finding'

/**
 * The first thing that a statement in other words says and its evidence does not: every number with its unit, medicine,
 * side of the body and clinical word of it was said, and each of them is denied in the statement only if it was denied
 * there, and affirmed only if it was affirmed. What was only asked counts with its answer. Undefined when it follows. The tables
 * of sides and findings are English: of a statement in another language, numbers and medicines are compared alone.
 */
export function faultOf(text: string, cited: readonly string[], isEnglish = true): Fault | undefined {
  const clauses = readClauses(cited)
  if (clauses.every(({ isQuestion, answer }) => isQuestion && answer === undefined)) return 'evidence'
  if (!hasNumbers(text, cited) || !hasNumbered(text, cited)) return 'number'
  if (!hasMedicines(text, cited)) return 'medicine'
  if (!isEnglish) return undefined
  if (!agreesOnSides(text, cited)) return 'side'
  return agreesOnFindings(text, clauses) ? undefined : 'finding'
}

/** Units that a vital sign has of itself. */
const IMPLIED_UNITS = new Set(['degree', '%'])

/** Words and digits alike. A number that was said without a unit may have one that was said elsewhere in the evidence. */
function hasNumbers(text: string, cited: readonly string[]): boolean {
  const stated = readQuantities(text)
  if (stated.length === 0) return true
  const said = [...cited, cited.join(' ')].flatMap(readQuantities)
  const units = new Set([...said.flatMap(({ unit }) => unit ?? []), ...IMPLIED_UNITS])
  const carries = (one: Quantity, { value, unit }: Quantity) =>
    one.value === value && (unit === undefined || one.unit === unit || (one.unit === undefined && units.has(unit)))
  return stated.every((quantity) => said.some((one) => carries(one, quantity)))
}

/** "A1c", "B12", "L4": names with digits in them stand as they were said; "HbA1c" is A1c. */
function hasNumbered(text: string, cited: readonly string[]): boolean {
  const said = cited.flatMap(plainWords).filter((word) => /\d/.test(word))
  const named = plainWords(text).filter((word) => /^[a-z]+\d/.test(word))
  return named.every((word) => said.some((one) => word.endsWith(one)))
}

const TAKING = /\b(?:takes|taking|prescribed|prescribe|started on|continue|start)\s+(\p{L}{5,})\b/giu
const DOSED = /\b(\p{L}{5,})\s+\d+(?:[.,]\d+)?\s?(?:mg|mcg|g|mL|units?|IU)\b/giu
const NO_MEDICINE =
  /ing$|ed$|^(medic(in|at)|dose|about|daily|every|regular|another|other|their|these|those|takes|taken|continue|prescribe|start)/

/** Known medicines under either name, and what stands where only one can: a name that no list has may be invented too. */
function hasMedicines(text: string, cited: readonly string[]): boolean {
  const words = cited.flatMap(plainWords)
  const said = new Set([...words, ...words.map(genericOf)])
  return medicinesIn(text).every((word) => said.has(word) || said.has(genericOf(word)))
}

/** The medicines that a text names, listed or not, in plain words. */
export function medicinesIn(text: string): string[] {
  const placed = [TAKING, DOSED].flatMap((pattern) => [...text.matchAll(pattern)].map(([, word = '']) => word))
  const unlisted = placed.map((word) => word.toLowerCase()).filter((word) => !NO_MEDICINE.test(word))
  return [...plainWords(text).filter(isMedicine), ...unlisted]
}
