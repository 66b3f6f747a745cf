import { createHash } from 'node:crypto'
import { isNoteKind, NOTE_KINDS, type NoteKindName } from '../../domain/note-kinds.ts'

/** Ids are 24 hexadecimal digits, as Heidi's are; this one stands in Heidi's own documents. */
const WELL_KNOWN: Partial<Record<string, string>> = { history_and_physical: '659b8042fe093d6592b41ef7' }

const CONSULT_NOTES = [
  'history_and_physical',
  'soap_note',
  'clerking',
  'summary',
  'general_medicine',
  'general_medicine_ap_merged',
  'cardiology',
  'psychiatry',
  'psychology',
  'diet',
  'well_child_care',
  'op_note',
]
const DOCUMENTS = ['patient_instructions', 'treatment_plan', 'followup_instructions', 'entity_list', ...CONSULT_NOTES]

const idOf = (kind: string) => WELL_KNOWN[kind] ?? createHash('sha256').update(kind).digest('hex').slice(0, 24)

/** The kind that a template id stands for; a kind's own name is taken too. */
export function kindOfTemplate(id: string): NoteKindName | undefined {
  if (isNoteKind(id)) return id
  const kind = Object.keys(NOTE_KINDS).find((candidate) => idOf(candidate) === id)
  return kind !== undefined && isNoteKind(kind) ? kind : undefined
}

export const listConsultNoteTemplates = () => CONSULT_NOTES.map((kind) => printTemplate(kind, 'CONSULT_NOTE_TEMPLATE'))
export const listDocumentTemplates = () => DOCUMENTS.map((kind) => printTemplate(kind, 'DOCUMENT_TEMPLATE'))

function printTemplate(kind: string, category: string) {
  const { title, sections } = NOTE_KINDS[kind as NoteKindName]
  const headings = Object.values(sections)
  return {
    id: idOf(kind),
    name: title,
    structure_template: headings.map((heading) => `## ${heading}`).join('\n\n'),
    template_category: category,
    template_html: headings.map((heading) => `<h2>${heading}</h2>`).join(''),
    author_name: 'Osler',
  }
}
