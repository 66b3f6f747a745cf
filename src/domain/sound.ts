import type { Readable } from 'node:stream'
import type { Container } from './submission.ts'

/** The first and last byte, counted from 0. */
export interface ByteRange {
  start: number
  end: number
}

/** Which part of a sound is wanted; all of it when none. */
export type ChooseRange = (whole: WholeSound) => ByteRange | undefined

interface WholeSound {
  bytes: number
  /** Equal for equal bytes alone. */
  tag: string
}

/** A sound file, or a part of one, on its way to who listens to it. */
export interface Sound extends WholeSound {
  stream: Readable
  container: Container
  range?: ByteRange | undefined
}
