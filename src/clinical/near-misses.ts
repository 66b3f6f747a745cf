import { foldSounds, mayBeTaken, soundDistance } from './sound-distance.ts'

/** A heard word shorter than this is no near-miss of anything: too many words sound like it. */
const LEAST_LETTERS = 6
/** How far a heard word may be from a name, for each of its sounds; and from a short name, which more words are near to. */
const MOST = 0.16
const MOST_OF_SHORT = 0.08
const SHORT_SOUNDS = 8
/** The next name must be so much further away, or it is not clear which was said. */
const LEAST_LEAD = 0.02

interface Name {
  text: string
  sounds: string
}

/**
 * Finds the name that a recogniser has misheard, by how both sound: `luratidine` is loratadine. Words that it knows to be
 * words are left alone, and so is what is as near to two names.
 */
export function openNearMisses(names: readonly string[], isWord: (word: string) => boolean) {
  const own = new Set(names.map((name) => name.toLowerCase()))
  const known = names
    .map((text): Name => ({ text, sounds: foldSounds(text) }))
    .filter(({ text }) => text.length >= LEAST_LETTERS)
  const found = new Map<string, string | undefined>()

  return (word: string): string | undefined => {
    const plain = word.toLowerCase()
    if (plain.length < LEAST_LETTERS || own.has(plain) || isWord(plain)) return undefined
    if (!found.has(plain)) found.set(plain, findNearest(plain, known))
    return found.get(plain)
  }
}

function findNearest(word: string, names: readonly Name[]): string | undefined {
  const sounds = foldSounds(word)
  let nearest: Name | undefined
  let [distance, nextDistance] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const name of names) {
    if (!mayBeTaken(sounds[0] ?? '', name.sounds[0] ?? '')) continue
    const length = name.sounds.length
    const found = soundDistance(sounds, name.sounds, (MOST + LEAST_LEAD) * length) / length
    if (found < distance) {
      if (nearest?.sounds !== name.sounds) nextDistance = distance
      ;[nearest, distance] = [name, found]
    } else if (found < nextDistance && nearest?.sounds !== name.sounds) nextDistance = found
  }
  if (nearest === undefined) return undefined
  const most = nearest.sounds.length < SHORT_SOUNDS ? MOST_OF_SHORT : MOST
  return distance <= most && nextDistance - distance >= LEAST_LEAD ? nearest.text : undefined
}
