import { findMentions } from '../../../clinical/conditions.ts'
import { readMeasurements } from '../../../clinical/measurements.ts'
import { isMedicine } from '../../../clinical/terms.ts'
import { isNegator, plainWords, readSentences } from '../../../clinical/words.ts'
import type { Statement } from '../../../domain/note.ts'
import type { Claim } from './pair-answers.ts'

const SYSTEM = 'ICD-10-CM'
/** Words behind a medicine that belong to its dose. */
const AMOUNT =
  /^(\d[\d.,]*|one|two|three|four|five|six|eight|ten|twenty|twenty-five|fifty|hundred|thousand|and|a|half)$/i
const UNIT =
  /^(\d[\d.,]*)?(mg|milligrams?|g|grams?|mcg|micrograms?|ml|millilit(?:er|re)s?|units?|tablets?|puffs?|drops?|percent|%)[.,;]?$/i
const REACH = 6

/** The conditions that the patient has, each once, with its code; `relative` ones are the family's. */
export function findConditions(claims: readonly Claim[]): { own: Statement[]; family: Statement[] } {
  const found = claims.flatMap((claim) => findMentions([claim.text]).map((mention) => ({ claim, ...mention })))
  const statement = ({ claim, condition, relative }: (typeof found)[number]): Statement => ({
    ...{ text: condition.display, evidence: claim.evidence, support: 'derived' },
    attributes: {
      ...{ code: condition.code, system: SYSTEM, display: condition.display },
      ...(relative ? { relationship: relative } : { clinical_status: 'active' }),
    },
  })
  return {
    own: once(found.filter(({ relative }) => relative === undefined).map(statement)),
    family: once(found.filter(({ relative }) => relative !== undefined).map(statement)),
  }
}

/** The first mention of each. */
function once(statements: readonly Statement[]): Statement[] {
  const key = ({ text, attributes }: Statement) => `${attributes?.relationship ?? ''} ${text.toLowerCase()}`
  return [...new Map(statements.toReversed().map((statement) => [key(statement), statement])).values()].reverse()
}

/** Medicines with their doses, in the words that were said; those that are not borne are apart. */
export function findMedicines(claims: readonly Claim[]): { taken: Statement[]; allergies: Statement[] } {
  const isAllergy = ({ words }: Claim) => words.some((word) => word.startsWith('allerg'))
  const read = (chosen: readonly Claim[]) => once(chosen.flatMap(medicinesOf))
  return { taken: read(claims.filter((claim) => !isAllergy(claim))), allergies: read(claims.filter(isAllergy)) }
}

function medicinesOf({ text, evidence }: Claim): Statement[] {
  const printed = text.split(/\s+/)
  const words = printed.map((word) => plainWords(word).join(' '))
  return words.flatMap((word, at) => {
    if (!isMedicine(word) || words.slice(Math.max(0, at - REACH), at).some(isNegator)) return []
    const end = endOfDose(printed, at + 1)
    const phrase = printed
      .slice(at, end)
      .join(' ')
      .replace(/[.,;:!?]+$/, '')
    return [{ text: phrase, evidence, support: 'verbatim' as const, attributes: { type: 'medication', name: word } }]
  })
}

/** Where the dose behind a medicine ends; numbers that no unit follows belong to something else. */
function endOfDose(printed: readonly string[], start: number): number {
  let end = start
  for (let at = start; at < printed.length && !/[.,;]$/.test(printed[at - 1] ?? ''); at++) {
    const word = printed[at] ?? ''
    if (UNIT.test(word)) end = at + 1
    else if (!AMOUNT.test(word)) break
  }
  return end
}

/** What was measured, in the words that were said. */
export function findObservations(claims: readonly Claim[]): Statement[] {
  return claims.flatMap(({ text, evidence }) =>
    readSentences(text).flatMap((sentence) =>
      readMeasurements(sentence).map(
        ({ phrase, name, value, unit, code }): Statement => ({
          ...{ text: phrase, evidence, support: 'verbatim' },
          attributes: { name, value: String(value), unit, code, system: 'LOINC' },
        }),
      ),
    ),
  )
}
