import {
  countSounds,
  foldSounds,
  leastDistance,
  mayBeTaken,
  type SoundCounts,
  soundDistance,
  soundFrame,
} from '../sound-distance.ts'

/** A name as it is printed, and a way it may be said. */
export interface Spelling {
  name: string
  /** It stands in a vocabulary: of names that are equally near it is taken. */
  isTerm: boolean
  /** It is what somebody wrote that the name sounds like. */
  isTold: boolean
  sounds: string
  counts: SoundCounts
  frame: string
}

/** How something sounds. */
export function spell(name: string, spelled: string): Omit<Spelling, 'isTerm' | 'isTold'> {
  const sounds = foldSounds(spelled)
  return { name, sounds, counts: countSounds(sounds), frame: soundFrame(sounds) }
}

export interface FoundName extends Spelling {
  /** For each sound of the name. */
  distance: number
}

/** The next name must be so much further away, or it is not clear which was said. */
const LEAST_LEAD = 0.02

/** Names by how they begin and by their consonants, so that a word is compared with few of thousands. */
export class NameIndex {
  readonly #byFirst: Map<string, Spelling[]>
  readonly #byFrame: Map<string, Spelling[]>

  constructor(spellings: readonly Spelling[]) {
    const firsts = new Set('abcdefghijklmnopqrstuvwxyz')
    const beginsLike = (first: string) => spellings.filter(({ sounds }) => mayBeTaken(first, sounds[0] ?? ''))
    this.#byFirst = new Map([...firsts].map((first) => [first, beginsLike(first)]))
    this.#byFrame = Map.groupBy(spellings, ({ frame }) => withoutDoubles(frame))
  }

  /** The one name that is at most so far from what was heard; undefined where two are. */
  findNearest(heard: string, most: number): FoundName | undefined {
    const sounds = foldSounds(heard)
    return nearestOf(sounds, this.#byFirst.get(sounds[0] ?? '') ?? [], most)
  }

  /** The same of the names that have all consonants of this frame in common with it, or such as are taken for them. */
  findAlike(heard: string, frame: string, most: number): FoundName | undefined {
    const alike = this.#byFrame.get(withoutDoubles(frame))
    return alike && nearestOf(foldSounds(heard), alike, most)
  }
}

/** Two of a kind are one where two words meet. */
const withoutDoubles = (frame: string) => frame.replace(/(.)\1+/g, '$1')

function nearestOf(sounds: string, spellings: readonly Spelling[], most: number): FoundName | undefined {
  const counts = countSounds(sounds)
  const near = spellings.flatMap((spelling): FoundName[] => {
    const limit = (most + LEAST_LEAD) * spelling.sounds.length
    if (leastDistance(counts, spelling.counts) > limit) return []
    const distance = soundDistance(sounds, spelling.sounds, limit) / spelling.sounds.length
    return distance <= most + LEAST_LEAD ? [{ ...spelling, distance }] : []
  })
  return choose(near, most)
}

/** The nearest, where no other name is as near, or it alone is a term. */
function choose(near: readonly FoundName[], most: number): FoundName | undefined {
  const [first] = near.toSorted((a, b) => a.distance - b.distance)
  if (first === undefined || first.distance > most) return undefined
  const tied = near.filter(({ distance }) => distance - first.distance < LEAST_LEAD)
  if (tied.every(({ sounds }) => sounds === first.sounds)) return tied.find(({ isTerm }) => isTerm) ?? first
  const terms = tied.filter(({ isTerm, distance }) => isTerm && distance <= most)
  return new Set(terms.map(({ name }) => name)).size === 1 ? terms[0] : undefined
}
