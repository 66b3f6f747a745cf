import type { z } from 'zod'
import type { Limits, WorkRequest } from '../../../domain/submission.ts'
import { kindOfTemplate } from '../../../domain/template.ts'
import type { EditNote } from './schemas.ts'
import { type Caller, translateNoteReading } from './translate.ts'

const ID = 'edit'

/** The note as a template of its own, to be written anew from its lines as the instructions wish. */
export function translateEdit(fields: z.infer<typeof EditNote>, limits: Limits, caller: Caller): WorkRequest {
  const { title, sections } = fields.note
  const read = translateNoteReading('edit', fields, limits, caller)
  const template = { id: ID, name: title ?? 'Note', sections: sections.map((section) => ({ title: section.title })) }
  return {
    ...read,
    kinds: [kindOfTemplate(ID)],
    noteOptions: { templates: [template], wishes: [{ text: fields.instructions }] },
    doorState: { ...read.doorState, keys: sections.map(({ key, title: heading }) => key ?? heading) },
  }
}
