import type { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import type { Echo } from '../../domain/submission.ts'
import type { Item, Transcript } from '../../domain/transcript.ts'
import type { AskAi, WriteDocument, WriteNote } from './schemas.ts'
import { readTemplateId } from './templates.ts'

type Generation = z.infer<typeof WriteNote> | z.infer<typeof WriteDocument>

/** The document kind that is wanted, and what its request says. Throws `field_missing`, `not_found` and `no_writer`. */
export function translateGeneration(
  body: Generation,
  purpose: 'consult_note' | 'document',
): { kind: string; echo: Echo } {
  if (body.generation_method === 'THIRD_PARTY_TEMPLATE') {
    throw new OslerError(
      'no_writer',
      'A third party template needs a language model, and none is configured: use TEMPLATE.',
    )
  }
  const templateId = body.template_id
  if (!templateId) {
    throw new OslerError('field_missing', '"template_id" is missing: TEMPLATE needs one.', { field: 'template_id' })
  }
  const kind = readTemplateId(templateId)
  if (kind === undefined) {
    const message = 'Template not found: GET /templates/consult-note-templates lists what there is.'
    throw new OslerError('not_found', message, { type: 'TemplateNotFoundError' })
  }
  const { brain, voice_style: voiceStyle, content_type: contentType, generation_method: generationMethod } = body
  return { kind, echo: { purpose, templateId, brain, voiceStyle, contentType, generationMethod } }
}

/** What was said together with what the clinician noted, which counts as said by the clinician. */
export function addNotes(transcript: Transcript | undefined, language: string, notes: readonly string[]): Transcript {
  const heard = transcript ?? { language, durationMs: 0, items: [], engine: 'client', model: 'client', warnings: [] }
  const lines = notes.flatMap((note) => note.split('\n')).filter((line) => line.trim() !== '')
  const items = lines.map((text, index): Item => {
    const { durationMs } = heard
    return { id: `n${index + 1}`, text, speaker: 'doctor', startMs: durationMs, endMs: durationMs, words: [] }
  })
  return { ...heard, items: [...heard.items, ...items] }
}

/** The text that a question is about. */
export function translateContent(
  { content, content_type }: z.infer<typeof AskAi>,
  language: string,
): Transcript | undefined {
  if (!content?.trim()) return undefined
  const text = content_type === 'HTML' ? content.replace(/<[^>]*>/g, '\n') : content
  return addNotes(undefined, language, [text.replace(/^[#\s*-]+/gm, '')])
}
