import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { decode } from '../../src/audio/decode.ts'
import { energyOf, readFrames } from '../../src/audio/frames.ts'
import { containerOf } from '../../src/audio/sniff.ts'
import { SAMPLE_RATE } from '../../src/domain/audio.ts'
import { OslerError } from '../../src/domain/errors.ts'
import type { Transcript } from '../../src/domain/transcript.ts'
import { withScratch } from '../../src/platform/scratch.ts'
import { speak, speakTurns } from '../../test/support/recordings.ts'
import { countEdits } from '../score/word-errors.ts'
import { normalizeWords } from '../word-errors.ts'
import type { Recipe } from './recipes.ts'

const LIMITS = { minMs: 0, maxMs: 4 * 3_600_000 }
const FRAME_MS = 5
/** How far from its place sound is looked for. */
const MOST_FRAMES = 300
export const MOST_LATE_MS = 50

/** Two voices, with a pause between them that a track can end in. */
export const makeSpeech = async () =>
  (
    await speakTurns([
      ['slt', 'Good morning doctor. I have had a headache for three days.'],
      ['rms', 'Take ibuprofen with food and drink plenty of water.'],
    ])
  ).path

export const makeShortSpeech = () => speak('Good morning doctor. I have had a headache for three days.')

export interface Plain {
  words: string[]
  loudness: number[]
}

export type Hear = (file: string) => Promise<Transcript>

export interface Compared {
  name: string
  isRight: boolean
  /** What came of it, in a few words. */
  outcome: string
}

const wordsOf = ({ items }: Transcript) => normalizeWords(items.map(({ text }) => text).join(' '))

/** What the plain WAV file gives, which all others are held against. */
export async function hearPlain(file: string, hear: Hear): Promise<Plain> {
  return { words: wordsOf(await hear(file)), loudness: await readLoudness(file) }
}

/** Heard with the same words at the same times, without a word where nobody speaks; or refused with a sentence. */
export async function compare(recipe: Recipe, speech: string, plain: Plain, hear: Hear): Promise<Compared> {
  const { name, lateMs = 0, mostWrong = 0, isRefused = false, isSilent = false } = recipe
  const file = await recipe.make(speech)
  try {
    await checkHead(file)
    const words = wordsOf(await hear(file))
    if (isRefused) return { name, isRight: false, outcome: `heard: ${words.join(' ')}` }
    if (isSilent) return { name, isRight: words.length === 0, outcome: `${words.length} words` }
    const wrong = countEdits(plain.words, words)
    const offMs = findOffset(plain.loudness, await readLoudness(file), lateMs)
    const isRight = wrong <= mostWrong && Math.abs(offMs) <= MOST_LATE_MS
    return {
      name,
      isRight,
      outcome: `${wrong} words differ, ${offMs} ms off${wrong > 0 ? `: ${words.join(' ')}` : ''}`,
    }
  } catch (error) {
    if (!(error instanceof OslerError) || error.code === 'internal') throw error
    return { name, isRight: isRefused || isSilent, outcome: `${error.code}: ${error.message}` }
  }
}

/** The look that a door takes at the first bytes. */
async function checkHead(file: string): Promise<void> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
  if ((await containerOf(buffer.subarray(0, bytesRead))) === undefined) {
    throw new OslerError('audio_unreadable', 'No recording that is taken.')
  }
}

/** How loud each frame of what is decoded is. */
function readLoudness(file: string): Promise<number[]> {
  return withScratch(tmpdir(), 'osler-bench', async (scratch) => {
    const audio = await decode(file, scratch, LIMITS, AbortSignal.timeout(600_000))
    const frames: number[] = []
    for await (const frame of readFrames(audio.mixed ?? audio.channels[0] ?? '', (SAMPLE_RATE * FRAME_MS) / 1000)) {
      frames.push(Math.sqrt(energyOf(frame)))
    }
    return frames
  })
}

/** How much later than it should be the sound is, where both are most alike. */
function findOffset(plain: readonly number[], heard: readonly number[], lateMs: number): number {
  const place = lateMs / FRAME_MS
  const likeness = (offset: number) =>
    plain.reduce((sum, level, at) => sum + level * (heard[at + place + offset] ?? 0), 0)
  const offsets = Array.from({ length: 2 * MOST_FRAMES + 1 }, (_, at) => at - MOST_FRAMES)
  const best = offsets.reduce((left, right) => (likeness(right) > likeness(left) ? right : left))
  return best * FRAME_MS
}
