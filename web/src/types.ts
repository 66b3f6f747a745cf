export type { Peaks } from '../../src/domain/audio.ts'
export type { ItemChange } from '../../src/domain/correct-items.ts'
export type { OpenText } from '../../src/domain/live.ts'
export type { Note, Section, Statement } from '../../src/domain/note.ts'
export type { VersionedNote, VersionedTranscript } from '../../src/domain/revision.ts'
export type { Item, Speaker } from '../../src/domain/transcript.ts'

import type { Visit } from '../../src/domain/visit.ts'

/** What the native API tells of a consultation and the newest request about it. */
export interface Consultation {
  id: string
  createdAt: string
  /** The patient, else the reason, the file, or how the first document begins. */
  title?: string
  visit?: Visit
  language?: string
  durationMs?: number
  documents: string[]
  /** Of these, the ones that were signed. */
  signed: string[]
  request?: RequestState
  /** A recording of it goes on, or was broken off. */
  unfinished?: { series?: string }
}

export interface RequestState {
  status: 'ongoing' | 'succeeded' | 'failed'
  progress: number
  error?: { code: string; message: string }
}

export interface KindOffer {
  kind: string
  title: string
  says: string
}

export interface EngineOffer {
  task: 'speech' | 'notes'
  engine: string
  model: string
  languages: string[]
  tellsLanguage?: boolean
}
