import { createHash } from 'node:crypto'
import { isNoteKind, NOTE_KINDS, type NoteKindName } from '../../../domain/note-kinds.ts'
import { kindOfTemplate, type Template } from '../../../domain/template.ts'
import { escapeMarkup } from './format.ts'

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

/** The kind that a template id stands for: one of ours by its id or name, or else a template of the tenant's own. */
export function readTemplateId(id: string): string {
  if (isNoteKind(id)) return id
  return Object.keys(NOTE_KINDS).find((candidate) => idOf(candidate) === id) ?? kindOfTemplate(id)
}

/** The tenant's own templates first, then ours. */
export const listConsultNoteTemplates = (own: readonly Template[]) => list(own, CONSULT_NOTES, 'CONSULT_NOTE_TEMPLATE')
export const listDocumentTemplates = (own: readonly Template[]) => list(own, DOCUMENTS, 'DOCUMENT_TEMPLATE')

function list(own: readonly Template[], kinds: readonly string[], category: string) {
  const theirs = own.map(({ id, name, sections }) => {
    const headings = sections.map(({ title }) => title)
    return formatTemplate(id, name, headings, category, 'Your organisation')
  })
  const ours = kinds.map((kind) => {
    const { title, sections } = NOTE_KINDS[kind as NoteKindName]
    return formatTemplate(idOf(kind), title, Object.values(sections), category, 'Osler')
  })
  return [...theirs, ...ours]
}

function formatTemplate(id: string, name: string, headings: string[], category: string, author: string) {
  return {
    ...{ id, name },
    structure_template: headings.map((heading) => `## ${heading}`).join('\n\n'),
    template_category: category,
    template_html: headings.map((heading) => `<h2>${escapeMarkup(heading)}</h2>`).join(''),
    author_name: author,
  }
}
