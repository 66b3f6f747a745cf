import { genericOf } from '../../clinical/en/medicines.ts'
import { readQuantities } from '../../clinical/en/quantities.ts'
import { isMedicine } from '../../clinical/en/terms.ts'
import { plainWords } from '../../clinical/en/words.ts'
import { findMissing } from './frames/compare.ts'
import { type Conversation, cite, openConversation } from './frames/evidence.ts'
import type { Missing } from './frames/missing.ts'
import { type Said, toItem } from './to-item.ts'

/** What a statement says and its evidence does not: `evidence` when there is none, or only a question. */
export type Fault = 'evidence' | Missing['fault']

/**
 * The first thing that a statement in other words says and its evidence does not; undefined when it follows. Both are read by
 * the same grammar and compared: whose it is, what it is in a clinician's or anybody's words, on which side and how much of
 * it, what is done with which medicine, there or denied, how surely, on what condition, then or now. A content word that
 * neither the evidence nor the closed list of words of notes has does not follow. The tables are
 * English.
 */
export function faultOf(text: string, cited: readonly Said[], isEnglish = true): Fault | undefined {
  const items = cited.map(toItem)
  if (!isEnglish) {
    return faultInOtherLanguage(
      text,
      items.map((item) => item.text),
    )
  }
  return faultIn(text, openConversation(items), new Set(items.map(({ id }) => id)))
}

/** The same of a conversation that is read once for many statements; `ids` are the items that this one names. */
export function faultIn(text: string, conversation: Conversation, ids: ReadonlySet<string>): Fault | undefined {
  const evidence = cite(conversation, ids)
  return evidence.passages.size === 0 ? 'evidence' : findMissing(text, evidence)?.fault
}

/** Of a statement in another language, numbers and medicines are compared alone. */
export function faultInOtherLanguage(text: string, cited: readonly string[]): Fault | undefined {
  const said = [...cited, cited.join(' ')].flatMap(readQuantities)
  if (!readQuantities(text).every(({ value }) => said.some((one) => one.value === value))) return 'number'
  const words = new Set(cited.flatMap(plainWords).flatMap((word) => [word, genericOf(word)]))
  return medicinesIn(text).every((word) => words.has(word) || words.has(genericOf(word))) ? undefined : 'medicine'
}

const TAKING = /\b(?:takes|taking|prescribed|prescribe|started on|continue|start)\s+(\p{L}{5,})\b/giu
const DOSED = /\b(\p{L}{5,})\s+\d+(?:[.,]\d+)?\s?(?:mg|mcg|g|mL|units?|IU)\b/giu
const NO_MEDICINE =
  /ing$|ed$|^(medic(in|at)|dose|about|daily|every|regular|another|other|their|these|those|takes|taken|continue|prescribe|start)/

/** The medicines that a text names, listed or not, in plain words. */
export function medicinesIn(text: string): string[] {
  const placed = [TAKING, DOSED].flatMap((pattern) => [...text.matchAll(pattern)].map(([, word = '']) => word))
  const unlisted = placed.map((word) => word.toLowerCase()).filter((word) => !NO_MEDICINE.test(word))
  return [...plainWords(text).filter(isMedicine), ...unlisted]
}
