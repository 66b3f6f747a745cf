import { type Prescription, readPrescriptions, sigAttributes } from '../../../clinical/en/prescriptions.ts'
import { relativeOf } from '../../../clinical/en/relatives.ts'
import { NOT_TAKEN } from '../../../clinical/en/services.ts'
import { isMedicine } from '../../../clinical/en/terms.ts'
import { isNegator, plainWords } from '../../../clinical/en/words.ts'
import type { Statement } from '../../../domain/note.ts'
import { onceEach } from './find-entities.ts'
import type { Claim } from './read-claims.ts'
import { questionOf, type Said, sentencesOf, statementOf, trim } from './read-stated.ts'

/** Words behind a medicine that belong to its dose. */
const AMOUNT =
  /^(\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|twenty-five|fifty|hundred|thousand|and|a|half)$/i
const UNIT =
  /^(\d[\d.,]*)?(mg|milligrams?|g|grams?|mcg|micrograms?|ml|millilit(?:er|re)s?|units?|tablets?|puffs?|drops?|percent|%)[.,;]?$/i
const REACH = 6

/** Medicines with their doses, in the words that were said; what was stopped or is not borne is not among them. */
export function findMedicines(claims: readonly Claim[]): Statement[] {
  const taken = claims.filter(({ text, isAnswered }) => !(isAnswered && NOT_TAKEN.test(questionOf(text).toLowerCase())))
  return onceEach(taken.flatMap((claim) => sentencesOf(claim).flatMap((said) => medicinesOf(said, claim))))
}

function medicinesOf({ text, asked }: Said, { evidence }: Claim): Statement[] {
  const printed = text.split(/\s+/)
  const words = printed.map((word) => plainWords(word).join(' '))
  const prescriptions = readPrescriptions(plainWords(text))
  if (asked !== undefined && words.filter(isMedicine).length > 1) return []
  return words.flatMap((name, at) => {
    if (!isMedicine(name) || !isTaken(words.slice(lastOrder(printed, words, at), at))) return []
    // Beside a negation that is about something else, the whole sentence has to tell so.
    const isPlain = !words.slice(Math.max(0, at - REACH), at).some(isNegator)
    const phrase = isPlain ? trim(printed.slice(at, endOfDose(printed, at + 1)).join(' ')) : text
    const statement = statementOf(phrase, evidence, 'medication', name)
    const directions = directionsOf(name, prescriptions)
    const attributes = { ...statement.attributes, ...directions }
    if (!isPlain) return [{ ...statement, attributes }]
    return [{ ...statement, text: formatMedicine(name, directions), support: 'derived', attributes }]
  })
}

/** "Ibuprofen 2 tablets every 8 hours": the name, then its directions in the order of a prescription. */
function formatMedicine(name: string, directions: Record<string, string>): string {
  const { dose, form, route, frequency, duration, as_needed } = directions
  const needed = as_needed === 'true' ? 'as needed' : undefined
  return [name, dose, form, route, frequency, needed, duration].filter(Boolean).join(' ')
}

/** Dose, route, frequency and duration, by the parts of RxNorm. */
function directionsOf(name: string, prescriptions: readonly Prescription[]): Record<string, string> {
  const found = prescriptions.find(({ drug }) => drug.split(' ').includes(name))
  return found ? sigAttributes(found) : {}
}

/** Where the last order in front of a medicine begins: "don't take that, take this", "stop that and start this". */
function lastOrder(printed: readonly string[], words: readonly string[], before: number): number {
  const begins = (at: number) =>
    /^(take|use|start|continue|begin)$/.test(words[at] ?? '') &&
    (/[,;]$/.test(printed[at - 1] ?? '') || /^(and|but|then|instead)$/.test(words[at - 1] ?? ''))
  let at = before
  while (at > 0 && !begins(at)) at--
  return at
}

const isTaken = (before: readonly string[]) =>
  !before.slice(-REACH).some(isNegator) &&
  !NOT_TAKEN.test(before.join(' ')) &&
  relativeOf(before.join(' '), '') === undefined

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
