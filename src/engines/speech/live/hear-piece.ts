import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTES_PER_MS } from '../../../domain/audio.ts'
import { OslerError } from '../../../domain/errors.ts'
import { newId } from '../../../domain/ids.ts'
import { shiftTimes } from '../../../domain/transcript.ts'
import type { RecognizedSegment, Recognizer, StreamOptions } from '../recognizer.ts'

/** A piece of a sound that goes on: where it begins, and where somebody begins to speak in it. */
export interface Piece {
  pcm: Buffer
  fromMs: number
  speechStartMs: number
}

/** Hears one piece at a time. */
export type HearPiece = (
  piece: Piece,
  live: 'partial' | 'final',
) => Promise<Pick<RecognizedSegment, 'words' | 'language'>>

/**
 * Gives pieces to an engine that hears files; the words have the time of the whole sound. A language that was not told is
 * that of the first utterance. What fails says nothing: the whole is heard again when it has ended.
 */
export function openPieces(
  recognizer: Recognizer,
  { scratch, ...options }: StreamOptions,
  signal: AbortSignal,
): HearPiece {
  let { language } = options

  return async ({ pcm, fromMs, speechStartMs }, live) => {
    const path = join(scratch, `${newId()}.pcm`)
    const audio = { channels: [path], durationMs: Math.floor(pcm.length / BYTES_PER_MS) }
    const segment = { channel: 0, startMs: 0, endMs: audio.durationMs, speechStartMs: speechStartMs - fromMs }
    const found: RecognizedSegment[] = []
    try {
      await writeFile(path, pcm, { mode: 0o600 })
      const heard = recognizer.recognize(audio, [segment], { ...options, language, live }, signal)
      for await (const one of heard) found.push(one)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof OslerError)) throw error
    } finally {
      await rm(path, { force: true })
    }
    if (live === 'final') language = found.find((one) => one.language)?.language ?? language
    return { words: found.flatMap(({ words }) => words.map((word) => shiftTimes(word, fromMs))), language }
  }
}
