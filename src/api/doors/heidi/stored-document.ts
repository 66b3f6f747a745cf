import type { WrittenDocument } from '../../../domain/consultation-record.ts'
import { formatContent } from './format.ts'
import { stateOf } from './state.ts'

/** A note of a session with what its request said. */
export interface StoredDocument {
  id: string
  purpose: string
  name: string
  content: string
  templateId: string
  brain: string
  voiceStyle: string
  contentType: string
  generationMethod: string
}

/** A document as a session shows it. */
export function translateDocument({ job, note }: WrittenDocument): StoredDocument {
  const state = stateOf(job)
  const { purpose = '', templateId = '', brain = '', voiceStyle = '', contentType = '', generationMethod = '' } = state
  const content = formatContent(note, contentType)
  return {
    id: job.id,
    purpose,
    name: note.title,
    content,
    templateId,
    brain,
    voiceStyle,
    contentType,
    generationMethod,
  }
}
