import type { LanguageTag } from './language.ts'

/** The formats Osler takes, as told by a file's bytes. */
export const CONTAINERS = ['wav', 'mp3', 'mp4', 'm4a', 'ogg', 'webm', 'flac'] as const
export type Container = (typeof CONTAINERS)[number]

/** A recording in the blob store that no row names yet; swept after a day when none comes to. */
export interface StagedAudio {
  key: string
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
  container: Container
}

export interface DurationLimits {
  minMs: number
  maxMs: number
}

/** What any door asks the road for. */
export interface Submission {
  door: string
  audio: StagedAudio
  language: LanguageTag
  /** The documents to write: registered note kinds. */
  kinds: string[]
  limits: DurationLimits
  callbackUrl?: string
  /** The same id with the same content gives the same job; with other content it is refused. */
  clientRequestId?: string
  /** What the door needs to print the result, in its own words; nothing else reads it. */
  echo: Record<string, string | number | boolean | string[]>
}
