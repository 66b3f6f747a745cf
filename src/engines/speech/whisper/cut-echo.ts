import type { WindowWord } from '../../runtime/python/messages.ts'

/** What is written a second time has no place in the sound: its words follow one another without any length. */
const NO_LENGTH_MS = 20
/** So many in a row, which stand before as well; who says a thing twice takes time for it. */
const LEAST_WORDS = 2

const plainOf = ([text]: WindowWord) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The words up to where Whisper begins to write them again, as it does of short windows. */
export function cutEcho(words: readonly WindowWord[]): WindowWord[] {
  const plain = words.map(plainOf)
  const lacksLength = words.map(([, startMs, endMs]) => endMs - startMs <= NO_LENGTH_MS)
  const standsBefore = (at: number) =>
    plain.slice(0, at).some((_, from) => from + LEAST_WORDS <= at && isSame(plain, from, at))
  const echo = words.findIndex(
    (_, at) => lacksLength.slice(at, at + LEAST_WORDS).filter(Boolean).length === LEAST_WORDS && standsBefore(at),
  )
  return words.slice(0, echo < 0 ? words.length : echo)
}

const isSame = (plain: readonly string[], left: number, right: number) =>
  Array.from({ length: LEAST_WORDS }, (_, more) => plain[left + more] === plain[right + more]).every(Boolean)
