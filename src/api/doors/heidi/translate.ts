import type { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { DoorState, NoteOptions } from '../../../domain/submission.ts'
import { kindOfTemplate } from '../../../domain/template.ts'
import type { Item, Speaker, Transcript } from '../../../domain/transcript.ts'
import { expandNotes, splitLines } from './expand-notes.ts'
import type { AskAi, WriteDocument, WriteNote } from './schemas.ts'
import { readTemplateId } from './templates.ts'
import { readThirdPartyTemplate } from './third-party-template.ts'

type Generation = z.infer<typeof WriteNote> | z.infer<typeof WriteDocument>

interface Generated {
  kind: string
  noteOptions: NoteOptions
  doorState: DoorState
}

/**
 * The document kind that is wanted, how, and what its request says. Throws `field_missing`, `request_invalid`,
 * `not_found`, and `no_writer` where only a language model can do it and there is none.
 */
export function translateGeneration(
  body: Generation,
  purpose: 'consult_note' | 'document',
  hasModel: boolean,
): Generated {
  const { brain, voice_style: voiceStyle, content_type: contentType, generation_method: generationMethod } = body
  const doorState = { purpose, templateId: body.template_id ?? '', brain, voiceStyle, contentType, generationMethod }
  const voice = VOICES[voiceStyle]
  const noteOptions = voice ? { wishes: [{ text: voice }] } : {}
  if (generationMethod === 'TEMPLATE') return { kind: readKind(body), noteOptions, doorState }
  if (!hasModel) {
    const message = 'A third party template needs a language model, and none is configured: use TEMPLATE.'
    throw new OslerError('no_writer', message)
  }
  const template = readThirdPartyTemplate('third_party_template' in body ? body.third_party_template : undefined)
  return { kind: kindOfTemplate(template.id), noteOptions: { ...noteOptions, templates: [template] }, doorState }
}

/** What Heidi's styles ask of a writer; the balanced one, and the user's own, which Osler does not know, ask nothing. */
const VOICES: Partial<Record<Generation['voice_style'], string>> = {
  BRIEF: 'Brief: the fewest words that a colleague needs.',
  DETAILED: 'Detailed: leave out nothing that matters.',
  SUPER_DETAILED: 'As detailed as the transcript allows.',
}

function readKind({ template_id: templateId }: Generation): string {
  if (!templateId) {
    throw new OslerError('field_missing', '"template_id" is missing: TEMPLATE needs one.', { field: 'template_id' })
  }
  return readTemplateId(templateId)
}

/** What was said together with what the clinician noted, which counts as said by the clinician. */
export function addNotes(
  transcript: Transcript | undefined,
  language: string,
  notes: readonly string[],
  speaker: Speaker = 'doctor',
): Transcript {
  const heard = transcript ?? { language, durationMs: 0, items: [], engine: 'client', model: 'client', warnings: [] }
  const read = /^en\b/.test(heard.language) ? expandNotes : splitLines
  const lines = read(notes.join('\n'))
  const { durationMs } = heard
  const place = { startMs: durationMs, endMs: durationMs, words: [] }
  const items = lines.map((text, index): Item => ({ id: `n${index + 1}`, text, speaker, ...place }))
  return { ...heard, items: [...heard.items, ...items] }
}

/** The text that a question is about, whoever wrote it. */
export function translateContent(
  { content, content_type }: z.infer<typeof AskAi>,
  language: string,
): Transcript | undefined {
  if (!content?.trim()) return undefined
  const text = content_type === 'HTML' ? content.replace(/<[^>]*>/g, '\n') : content
  return addNotes(undefined, language, [text.replace(/^[#\s*-]+/gm, '')], 'unspecified')
}
