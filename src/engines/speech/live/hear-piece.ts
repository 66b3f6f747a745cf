import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTES_PER_MS } from '../../../domain/audio.ts'
import { OslerError } from '../../../domain/errors.ts'
import { newId } from '../../../domain/ids.ts'
import { shiftTimes } from '../../../domain/transcript.ts'
import type { RecognizedSegment, RecognizeOptions, Recognizer, StreamOptions } from '../recognizer.ts'

/** A piece of a sound that goes on: where it begins, and where somebody begins to speak in it. */
export interface Piece {
  pcm: Buffer
  fromMs: number
  speechStartMs: number
}

/** What hears a stream: `quick` what cannot wait, `best` the rest; they may be the same. */
export interface StreamRecognizers {
  quick: Recognizer
  best: Recognizer
}

type Live = NonNullable<RecognizeOptions['live']>
type Heard = Pick<RecognizedSegment, 'words' | 'language'>

/** Hears one piece. */
export type HearPiece = (piece: Piece, live: Live) => Promise<Heard>

/**
 * Gives pieces to engines that hear files; the words have the time of the whole sound. A language that was not told is that
 * of the first utterance. What fails says nothing, since the whole is heard again when it has ended; what is final in a
 * hurry is heard by the best then.
 */
export function openPieces(
  { quick, best }: StreamRecognizers,
  { scratch, ...options }: StreamOptions,
  signal: AbortSignal,
): HearPiece {
  let { language } = options
  /** What hears it; the next where one fails. */
  const able = { partial: [quick], hurried: [...new Set([quick, best])], final: [best], better: [best] }

  return async ({ pcm, fromMs, speechStartMs }, live) => {
    const path = join(scratch, `${newId()}.pcm`)
    const audio = { channels: [path], durationMs: Math.floor(pcm.length / BYTES_PER_MS) }
    const segment = { channel: 0, startMs: 0, endMs: audio.durationMs, speechStartMs: speechStartMs - fromMs }
    const hear = async (recognizer: Recognizer) => {
      const heard = recognizer.recognize(audio, [segment], { ...options, language, live }, signal)
      return Array.fromAsync(heard).catch((error) => {
        signal.throwIfAborted()
        if (!(error instanceof OslerError)) throw error
        return undefined
      })
    }
    let found: RecognizedSegment[] | undefined
    try {
      await writeFile(path, pcm, { mode: 0o600 })
      for (const recognizer of able[live]) found ??= await hear(recognizer)
    } finally {
      await rm(path, { force: true })
    }
    if (live !== 'partial') language = found?.find((one) => one.language)?.language ?? language
    const words = (found ?? []).flatMap((one) => one.words.map((word) => shiftTimes(word, fromMs)))
    return { words, language }
  }
}
