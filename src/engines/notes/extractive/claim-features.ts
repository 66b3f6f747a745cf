import { systemOf } from '../../../clinical/en/body-systems.ts'
import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNegator, isNumber } from '../../../clinical/en/words.ts'
import { placeOfCues } from './cue-place.ts'
import type { Claim } from './read-claims.ts'

/** Parts of a conversation of which each has a feature of its own. */
const PARTS = 10

/** What each claim of a conversation is told by: its words, who says it, where it stands, and what its neighbors say. */
export function featuresOf(claims: readonly Claim[]): string[][] {
  const own = claims.map(ownFeatures)
  return claims.map((claim, at) => {
    const part = Math.floor((PARTS * at) / claims.length)
    const position = [`part ${part}`, `part ${part} ${claim.speaker}`]
    return [...(own[at] ?? []), ...position, ...around(own[at - 1], '<'), ...around(own[at + 1], '>')]
  })
}

const around = (features: readonly string[] | undefined, mark: string) =>
  (features ?? ['w:#']).filter((feature) => /^(w:|is |cue )/.test(feature)).map((feature) => mark + feature)

function ownFeatures({ words, speaker, isAnswered }: Claim): string[] {
  const pairs = words.slice(1).map((word, at) => `b:${words[at]} ${word}`)
  const cue = placeOfCues({ words, isAnswered }) ?? 'none'
  return [
    ...new Set([
      ...words.map((word) => `w:${word}`),
      ...pairs,
      `first ${words.slice(0, 2).join(' ')}`,
      ...words.map((word) => `${speaker} ${word}`),
      `is ${speaker}`,
      `is ${isAnswered ? 'answered' : 'told'}`,
      `is ${speaker} ${isAnswered ? 'answered' : 'told'}`,
      `length ${Math.min(8, Math.ceil(Math.log2(words.length + 1)))}`,
      `clinical ${Math.min(4, words.filter(isClinical).length)}`,
      ...(words.some(isMedicine) ? ['has medicine'] : []),
      ...(words.some(isNumber) ? ['has number'] : []),
      ...(words.some(isNegator) ? ['has negation'] : []),
      `system ${systemOf(words) ?? 'none'}`,
      `cue ${cue}`,
      `cue ${cue} ${speaker}`,
    ]),
  ]
}
