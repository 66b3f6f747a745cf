import type { WrittenDocument } from '../../../domain/consultation-record.ts'
import { formatContent } from './format.ts'

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
  const told = (name: string) => String(job.doorState[name] ?? '')
  const contentType = told('contentType')
  return {
    id: job.id,
    purpose: told('purpose'),
    name: note.title,
    content: formatContent(note, contentType),
    templateId: told('templateId'),
    brain: told('brain'),
    voiceStyle: told('voiceStyle'),
    contentType,
    generationMethod: told('generationMethod'),
  }
}
