import { MOST_TERMS } from '../../../domain/vocabulary.ts'
import type { TrigramModel } from './trie-file.ts'

/**
 * Words that the language model has and no dictionary says: a vocabulary of one's own is a dictionary that says them, so
 * that nothing is built again for it. What is heard as `term7` is the vocabulary's eighth term.
 */
export const SLOTS = Array.from({ length: MOST_TERMS }, (_, index) => slotOf(index))

export function slotOf(index: number): string {
  return `term${index}`
}

/** The index of a vocabulary's term, where a heard word is one. */
export function termAt(word: string): number | undefined {
  const [, index] = /^term(\d+)$/.exec(word) ?? []
  return index === undefined ? undefined : Number(index)
}

/** What somebody puts into a vocabulary is said about as often as this, wherever words stand. */
const CHANCE = 1e-3

/** Gives every slot its chance. Those that a recording has no term for are never heard and take nothing from the others. */
export function openSlots(model: TrigramModel): TrigramModel {
  const ids = new Map(model.words.map((word, id) => [word, id]))
  for (const slot of SLOTS) model.unigrams.probability[ids.get(slot) as number] = Math.log(CHANCE)
  return model
}
