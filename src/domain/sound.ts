import type { Readable } from 'node:stream'
import type { Container } from './submission.ts'

/** A sound file on its way to who listens to it. */
export interface Sound {
  stream: Readable
  container: Container
  bytes: number
}
