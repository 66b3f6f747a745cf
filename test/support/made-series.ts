import type { Overlap } from '../../src/domain/consultation.ts'
import type { Item, Word } from '../../src/domain/transcript.ts'
import { compose } from '../../src/pipeline/transcribe/compose.ts'
import type { Random } from './random.ts'

/** A chunk as an engine heard it, with what it heard of its neighbours' sound. */
export interface MadeChunk {
  position: number
  durationMs: number
  overlap: Overlap
  items: Item[]
}

const WORD_MS = 300
const GAP_MS = 100
/** What `joinNeighbors` takes of a neighbour. */
const OVERLAP_MS = 3000
const WORDS =
  'we said that the pain in my left knee came back after a long walk on monday and I took two tablets'.split(' ')

/** Somebody who speaks sentences of made words without end, each word different from those near it. */
export function makeSpeech(chance: Random, words: number): Word[] {
  let atMs = 0
  let isFirst = true
  return Array.from({ length: words }, (_, number) => {
    const word = `${chance.pick(WORDS)}${number}`
    const ends = chance.chance(0.12)
    const text = `${isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word}${ends ? '.' : ''}`
    isFirst = ends
    const made = { text, startMs: atMs, endMs: atMs + WORD_MS }
    atMs = made.endMs + (ends && chance.chance(0.5) ? 700 : GAP_MS)
    return made
  })
}

/** Lengths of chunks of 1 to 12 s. */
export const anyLength = (chance: Random) => () => 1000 + chance.below(11_000)

/** Where the chunks of a speech begin and end; borders may lie within words. */
export function cutSpeech(nextLengthMs: () => number, words: readonly Word[]): { startMs: number; endMs: number }[] {
  const endMs = words.at(-1)?.endMs ?? 0
  const borders = [0]
  while ((borders.at(-1) as number) < endMs) borders.push((borders.at(-1) as number) + nextLengthMs())
  return borders.slice(1).map((end, at) => ({ startMs: borders[at] as number, endMs: end }))
}

/** What is heard in a chunk with as much of its neighbours as has come; a word that the edge cuts is heard as half of it. */
export function hearChunk(
  words: readonly Word[],
  chunks: readonly { startMs: number; endMs: number }[],
  position: number,
  isThere: (position: number) => boolean,
): MadeChunk {
  const { startMs, endMs } = chunks[position] as { startMs: number; endMs: number }
  const shareOf = (other: number) => {
    const chunk = chunks[other]
    return chunk && isThere(other) ? Math.min(Math.floor((chunk.endMs - chunk.startMs) / 2), OVERLAP_MS) : 0
  }
  const overlap = { beforeMs: shareOf(position - 1), afterMs: shareOf(position + 1) }
  const [from, to] = [startMs - overlap.beforeMs, endMs + overlap.afterMs]
  const heard = words.flatMap((word) => {
    const [start, end] = [Math.max(word.startMs, from), Math.min(word.endMs, to)]
    if (end - start < 60) return []
    const isWhole = end - start === word.endMs - word.startMs
    const text = isWhole ? word.text : word.text.slice(0, Math.ceil(word.text.length / 2))
    return [{ text, startMs: start - startMs, endMs: end - startMs }]
  })
  const items = compose([{ words: heard }], { language: 'en', isPunctuated: true })
  return { position, durationMs: endMs - startMs, overlap, items }
}

/** The numbers 0 to below `count` in an order of chance. */
export function shuffle(chance: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, number) => number)
  for (let at = count - 1; at > 0; at--) {
    const other = chance.below(at + 1)
    const [one, two] = [order[at] as number, order[other] as number]
    order[at] = two
    order[other] = one
  }
  return order
}
