export type { Peaks } from '../../src/domain/audio.ts'
export type { ItemChange } from '../../src/domain/correct-items.ts'
export type { Section, Statement } from '../../src/domain/note.ts'
export type { VersionedNote, VersionedTranscript } from '../../src/domain/revision.ts'
export type { Item, Speaker } from '../../src/domain/transcript.ts'

/** What the native API tells of a consultation and the newest request about it. */
export interface Consultation {
  id: string
  createdAt: string
  language?: string
  durationMs?: number
  documents: string[]
  request?: RequestState
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
