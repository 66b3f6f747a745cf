import { NOTE_KINDS } from '../../../domain/note-kinds.ts'

interface Template {
  /** The document kind that is written. */
  kind: string
  /** What Nabla puts before the section keys of this template. */
  prefix?: string
}

/** Nabla's templates: those of the Copilot API, then those of the Core API. */
const TEMPLATES = {
  GENERAL_MEDICINE: { kind: 'general_medicine' },
  GENERAL_MEDICINE_AP_MERGED: { kind: 'general_medicine_ap_merged' },
  GENERAL_MEDICINE_WCC: { kind: 'well_child_care' },
  GENERAL_MEDICINE_EMERGENCY: { kind: 'general_medicine' },
  CARDIOLOGY: { kind: 'cardiology' },
  PSYCHIATRY: { kind: 'psychiatry' },
  PSYCHOLOGY: { kind: 'psychology' },
  DIET: { kind: 'diet' },
  SOAP: { kind: 'soap_note', prefix: 'SOAP_' },
  SOAP_WCC: { kind: 'well_child_care_soap', prefix: 'SOAP_' },
  SOAP_EMERGENCY: { kind: 'soap_note', prefix: 'SOAP_' },
  GENERIC_MULTIPLE_SECTIONS: { kind: 'general_medicine' },
  GENERIC_MULTIPLE_SECTIONS_AP_MERGED: { kind: 'general_medicine_ap_merged' },
  GENERIC_SOAP: { kind: 'soap_note' },
  CARDIOLOGY_MULTIPLE_SECTIONS: { kind: 'cardiology' },
  PSYCHIATRY_MULTIPLE_SECTIONS: { kind: 'psychiatry' },
  PSYCHOLOGY_MULTIPLE_SECTIONS: { kind: 'psychology' },
  DIET_MULTIPLE_SECTIONS: { kind: 'diet' },
  WCC_MULTIPLE_SECTIONS: { kind: 'well_child_care' },
  WCC_SOAP: { kind: 'well_child_care_soap' },
  EMERGENCY_MULTIPLE_SECTIONS: { kind: 'general_medicine' },
  EMERGENCY_SOAP: { kind: 'soap_note' },
} as const satisfies Record<string, Template>

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

/** The same the other way: the section's key with us, as far as the template has it. */
export function readSectionKey(template: TemplateName, printed: string): string {
  const { sections } = NOTE_KINDS[kindOfTemplate(template) as keyof typeof NOTE_KINDS]
  const own = Object.keys(sections).find((key) => formatSectionKey(template, key) === printed.toUpperCase())
  return own ?? printed.toLowerCase()
}

/** A template as the settings page of a client lists it. */
export function describeTemplate(name: TemplateName) {
  const { title, sections } = NOTE_KINDS[kindOfTemplate(name) as keyof typeof NOTE_KINDS]
  return { key: name, title, description: Object.values(sections).join(', ') }
}

/** The same with its sections, in order. */
export function detailTemplate(name: TemplateName) {
  const { sections } = NOTE_KINDS[kindOfTemplate(name) as keyof typeof NOTE_KINDS]
  const printed = Object.entries(sections).map(([key, title]) => ({ key: formatSectionKey(name, key), title }))
  return { ...describeTemplate(name), sections: printed }
}
