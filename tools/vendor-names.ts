import { listConsultNoteTemplates, listDocumentTemplates, readTemplateId } from '../src/api/doors/heidi/templates.ts'
import { CATEGORIES, kindOfOption } from '../src/api/doors/intron/options.ts'
import { kindOfTemplate, TEMPLATE_NAMES } from '../src/api/doors/nabla/templates.ts'
import type { NoteKindName } from '../src/domain/note-kinds.ts'

/** Kinds that a vendor asks for by a route or a field of its own. */
const BY_ROUTE: Partial<Record<NoteKindName, readonly string[]>> = {
  answer: ['Intron `get_answer`', 'Heidi `ask-ai`'],
  patient_instructions: ['Nabla `generate-patient-instructions`'],
  normalized_data: ['Nabla `generate-normalized-data`'],
  icd_codes: ['Heidi `clinical-codes`'],
}

/** What the vendors' clients call this kind, read from their doors: "Intron `get_summary`". */
export function vendorNames(kind: NoteKindName): string[] {
  return [...intronOptions(kind), ...nablaTemplates(kind), ...heidiTemplates(kind), ...(BY_ROUTE[kind] ?? [])]
}

const named = (vendor: string, names: readonly string[]) =>
  names.length > 0 ? [`${vendor} ${[...new Set(names)].map((name) => `\`${name}\``).join(', ')}`] : []

const intronOptions = (kind: string) =>
  named(
    'Intron',
    Object.values(CATEGORIES)
      .flat()
      .filter((option) => kindOfOption(option) === kind),
  )

const nablaTemplates = (kind: string) =>
  named(
    'Nabla',
    TEMPLATE_NAMES.filter((name) => kindOfTemplate(name) === kind),
  )

const heidiTemplates = (kind: string) =>
  named(
    'Heidi',
    [...listConsultNoteTemplates([]), ...listDocumentTemplates([])]
      .map(({ id }) => id)
      .filter((id) => readTemplateId(id) === kind),
  )
