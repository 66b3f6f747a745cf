import { foldSounds, soundFrame } from '../sound-distance.ts'
import { NameIndex, type Spelling, spell } from './name-index.ts'

/** Something that may have been said: how it is printed, and how it may be said besides. */
export interface Name {
  text: string
  soundsLike?: readonly string[] | undefined
  /** It comes from a vocabulary: somebody expects it. */
  isTerm?: boolean
}

export interface NearMiss {
  name: string
  /** How far it is from what was heard, for each sound of the name. */
  distance: number
  /** It was heard as it is. */
  isRight?: boolean
}

/** A heard word shorter than this is no near-miss of anything: too many words sound like it. */
const LEAST_LETTERS = 6
/** How far what was heard may be from a name, for each of its sounds; and from a short name, which more words are near to. */
const MOST = 0.16
const MOST_OF_SHORT = 0.08
const SHORT_SOUNDS = 8
/** Several words are a name that was cut up: nearer, and a name of so many consonants. One of them is no English word, */
const RUN = { most: 0.095, consonants: 5 }
/** or all are: "lies in april", but not "attack and" (Atacand), "with urine" (Vytorin), "never happen" (nevirapine). */
const PHRASE = { most: 0.08, consonants: 6 }
/** What somebody said it sounds like may have fewer. */
const CONSONANTS_OF_TOLD = 4

/**
 * Finds the name that a recogniser has misheard, by how both sound: `luratidine` is loratadine, `lies in april`
 * lisinopril. Words that are words are left alone, and what is as near to two names. The limits of runs and phrases were set on
 * 870,000 words of ACI-BENCH, MTS-Dialog and what 17 recognisers heard of PriMock57: of some 30 names found one was wrong.
 */
export function openNearMisses(names: readonly Name[], isWord: (word: string) => boolean) {
  const own = new Set(names.map(({ text }) => lettersOf(text)))
  const ownInParts = new Set(names.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')))
  const index = new NameIndex(names.flatMap(spellingsOf))
  const look = remember((word: string): HeardWord => {
    const letters = lettersOf(word)
    const mayMiss = letters !== '' && !own.has(letters) && !/\p{N}/u.test(letters)
    return { letters, frame: soundFrame(foldSounds(letters)), mayMiss, isUsual: isWord(word) }
  })
  const findWord = remember((letters: string) => {
    const found = index.findNearest(letters, MOST)
    return found && found.distance <= mostOf(found) ? found : undefined
  })

  return (words: readonly string[]): NearMiss | undefined => {
    const heard = words.map((word) => look(word.toLowerCase()))
    const letters = heard.map((word) => word.letters).join('')
    if (letters.length < LEAST_LETTERS || !heard.every(({ mayMiss }) => mayMiss)) return undefined
    if (ownInParts.has(heard.map((word) => word.letters).join(' ')))
      return { name: letters, distance: 0, isRight: true }
    const isPhrase = heard.every(({ isUsual }) => isUsual)
    if (heard.length === 1) return isPhrase ? undefined : findWord(letters)
    const { most, consonants } = isPhrase ? PHRASE : RUN
    const frame = heard.map((word) => word.frame).join('')
    if (frame.length < CONSONANTS_OF_TOLD) return undefined
    const found = isPhrase ? index.findAlike(letters, frame, most) : index.findNearest(letters, most)
    return found && found.frame.length >= (found.isTold ? CONSONANTS_OF_TOLD : consonants) ? found : undefined
  }
}

interface HeardWord {
  letters: string
  frame: string
  /** It is no name that is right, and has no digits. */
  mayMiss: boolean
  /** It is an English word. */
  isUsual: boolean
}

const mostOf = ({ sounds }: Spelling) => (sounds.length < SHORT_SOUNDS ? MOST_OF_SHORT : MOST)

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Only what is said as letters is compared by sound; what is short is near to too much. */
function spellingsOf({ text, soundsLike = [], isTerm = false }: Name): Spelling[] {
  return [text, ...soundsLike]
    .filter((spelled) => lettersOf(spelled).length >= LEAST_LETTERS && !/\p{N}/u.test(spelled))
    .map((spelled) => ({ ...spell(text, spelled), isTerm, isTold: spelled !== text }))
    .filter(({ sounds }) => sounds.length > 0)
}

function remember<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>()
  return (key) => {
    if (!found.has(key)) found.set(key, find(key))
    return found.get(key) as Value
  }
}
