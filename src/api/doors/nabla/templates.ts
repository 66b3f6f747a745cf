import type { Section } from '../../../domain/note.ts'
import { NOTE_KINDS, type NoteKindName } from '../../../domain/note-kinds.ts'

interface Template {
  /** The document kind that is written. */
  kind: NoteKindName
  /** What a picker shows where the kind's own title would stand twice in it. */
  title?: string
  /** What Nabla puts before the section keys of this template. */
  prefix?: string
  /** Assessment and plan are printed as one section; the kind has two. */
  merged?: boolean
}

const EMERGENCY = { kind: 'general_medicine', title: 'Emergency medicine' } as const
const EMERGENCY_SOAP = { kind: 'soap_note', title: 'Emergency medicine, SOAP note' } as const
const WELL_CHILD_SOAP = { kind: 'well_child_care_soap', title: 'Well child care, SOAP note' } as const
const GENERAL_MERGED = {
  kind: 'general_medicine_ap_merged',
  title: 'General medicine, assessment and plan in one',
} as const

/** What Core API templates of many sections are called, each also as `…_AP_MERGED`. */
const MULTIPLE_SECTIONS = {
  CARDIOLOGY_MULTIPLE_SECTIONS: { kind: 'cardiology' },
  PSYCHIATRY_MULTIPLE_SECTIONS: { kind: 'psychiatry' },
  PSYCHOLOGY_MULTIPLE_SECTIONS: { kind: 'psychology' },
  DIET_MULTIPLE_SECTIONS: { kind: 'diet' },
  WCC_MULTIPLE_SECTIONS: { kind: 'well_child_care' },
  EMERGENCY_MULTIPLE_SECTIONS: EMERGENCY,
} as const satisfies Record<string, Template>

type Merged = `${keyof typeof MULTIPLE_SECTIONS}_AP_MERGED`
const MERGED = Object.fromEntries(
  Object.entries(MULTIPLE_SECTIONS).map(([name, template]) => [`${name}_AP_MERGED`, mergedOf(template)]),
) as Record<Merged, Template>

/** Nabla's templates: those of the Copilot API, then those of the Core API. */
const TEMPLATES = {
  GENERAL_MEDICINE: { kind: 'general_medicine' },
  GENERAL_MEDICINE_AP_MERGED: GENERAL_MERGED,
  GENERAL_MEDICINE_WCC: { kind: 'well_child_care' },
  GENERAL_MEDICINE_EMERGENCY: EMERGENCY,
  CARDIOLOGY: { kind: 'cardiology' },
  PSYCHIATRY: { kind: 'psychiatry' },
  PSYCHOLOGY: { kind: 'psychology' },
  DIET: { kind: 'diet' },
  SOAP: { kind: 'soap_note', prefix: 'SOAP_' },
  SOAP_WCC: { ...WELL_CHILD_SOAP, prefix: 'SOAP_' },
  SOAP_EMERGENCY: { ...EMERGENCY_SOAP, prefix: 'SOAP_' },
  GENERIC_MULTIPLE_SECTIONS: { kind: 'general_medicine' },
  GENERIC_MULTIPLE_SECTIONS_AP_MERGED: GENERAL_MERGED,
  GENERIC_SOAP: { kind: 'soap_note' },
  WCC_SOAP: WELL_CHILD_SOAP,
  EMERGENCY_SOAP,
  ...MULTIPLE_SECTIONS,
  ...MERGED,
} satisfies Record<string, Template>

function mergedOf({ kind, title }: Template): Template {
  return { kind, title: `${title ?? NOTE_KINDS[kind].title}, assessment and plan in one`, merged: true }
}

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as [TemplateName, ...TemplateName[]]
export const DEFAULT_TEMPLATE: TemplateName = 'GENERAL_MEDICINE'
export const DEFAULT_CORE_TEMPLATE: TemplateName = 'GENERIC_MULTIPLE_SECTIONS'

export const kindOfTemplate = (name: TemplateName): string => TEMPLATES[name].kind

/** `chief_complaint` as Nabla spells it: `CHIEF_COMPLAINT`, or in the older SOAP template `SOAP_SUBJECTIVE`. */
export function formatSectionKey(template: TemplateName, key: string): string {
  const { prefix = '' }: Template = TEMPLATES[template]
  const isOfSoap = ['subjective', 'objective', 'assessment', 'plan'].includes(key)
  return (isOfSoap ? prefix : '') + key.toUpperCase()
}

/** The same the other way: the section's keys with us, two where the template prints them as one. */
export function readSectionKeys(template: TemplateName, printed: string): string[] {
  if (isMerged(template) && printed.toUpperCase() === ONE.key.toUpperCase()) return [...TWO]
  const own = Object.keys(sectionsOf(template)).find((key) => formatSectionKey(template, key) === printed.toUpperCase())
  return [own ?? printed.toLowerCase()]
}

const ONE = { key: 'assessment_and_plan', title: 'Assessment and plan' }
const TWO: readonly string[] = ['assessment', 'plan']

const isMerged = (template: TemplateName): boolean => (TEMPLATES[template] as Template).merged === true
const sectionsOf = (name: TemplateName): Record<string, string> => NOTE_KINDS[TEMPLATES[name].kind].sections

/** A note's sections as the template prints them: assessment and plan as one where it says so. */
export function mergeSections(template: TemplateName, sections: readonly Section[]): Section[] {
  if (!isMerged(template)) return [...sections]
  const both = sections.filter(({ key }) => TWO.includes(key))
  const merged = { ...ONE, statements: both.flatMap(({ statements }) => statements) }
  return sections.flatMap((section) => {
    if (section === both[0]) return [merged]
    return both.includes(section) ? [] : [section]
  })
}

/** A template as the settings page of a client lists it. */
export function describeTemplate(name: TemplateName) {
  const { kind, title = NOTE_KINDS[kind].title }: Template = TEMPLATES[name]
  return {
    key: name,
    title,
    description: printedSections(name)
      .map((section) => section.title)
      .join(', '),
  }
}

/** What of a section may be asked for: `note_sections_customization` of a note takes it. */
const CUSTOMIZATIONS = ['STYLE', 'LEVEL_OF_DETAIL', 'SPLIT_BY_PROBLEM', 'CUSTOM_INSTRUCTION']

/** The same with its sections, in order. */
export function detailTemplate(name: TemplateName) {
  const printed = printedSections(name).map(({ key, title }) => ({
    ...{ key: formatSectionKey(name, key), title },
    supported_customization_options: CUSTOMIZATIONS,
  }))
  return { ...describeTemplate(name), sections: printed }
}

function printedSections(name: TemplateName): Section[] {
  const blank = Object.entries(sectionsOf(name)).map(([key, title]) => ({ key, title, statements: [] }))
  return mergeSections(name, blank)
}
