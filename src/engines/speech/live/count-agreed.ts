import type { Word } from '../../../domain/transcript.ts'

const plainOf = ({ text }: Pick<Word, 'text'>) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * How many words in front two decodes of a growing utterance have in common: these will hardly change (LocalAgreement-2,
 * Macháček et al. 2023). Capitals and marks, which what follows may change, do not count.
 */
export function countAgreed(before: readonly Word[], now: readonly Word[]): number {
  const differs = now.findIndex((word, at) => before[at] === undefined || plainOf(before[at]) !== plainOf(word))
  return differs < 0 ? now.length : differs
}
