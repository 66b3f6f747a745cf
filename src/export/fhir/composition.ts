import type { Composition, CompositionSection, Device, Reference } from '@medplum/fhirtypes'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import { formatSignature, type Note, type Signature } from '../../domain/note.ts'
import { filledSections } from '../arrange-note.ts'
import type { Setting } from './finding.ts'
import { narrate, narrateSection } from './narrative.ts'
import { signaturesOf } from './people.ts'
import { concept, SYSTEMS } from './systems.ts'

/** Findings of one section, each at its address in the bundle. */
interface EnteredGroup {
  title: string
  loinc: string
  entries: { text: string; address: string }[]
}

/**
 * The first resource of the document: what was written as text, then what was found as entries. It is preliminary until
 * every document in it is signed; `hints` are what a reader must know of how it came about.
 */
export function composeDocument(
  { notes, writtenAt, transcript }: ConsultationRecord,
  groups: readonly EnteredGroup[],
  hints: readonly string[],
  setting: Setting,
  author: Reference<Device>,
): Composition {
  const signatures = signaturesOf(notes)
  const unsigned = notes.filter(({ signed }) => signed === undefined).length
  const section = [...notes.map(sectionOfNote), ...groups.map(sectionOfGroup)]
  return {
    resourceType: 'Composition',
    language: transcript.language,
    text: narrate([`Consultation, written from its recording. ${describeSigned(notes.length, unsigned)}`, ...hints]),
    status: statusOf(notes, unsigned),
    type: concept(SYSTEMS.loinc, '11488-4', 'Consult note'),
    subject: setting.patient,
    encounter: setting.encounter,
    date: writtenAt.toISOString(),
    author: [author],
    ...(signatures.length > 0 && { attester: signatures.map(attest(setting)) }),
    title: 'Consultation',
    ...(section.length > 0 && { section }),
  }
}

/** FHIR R4, CompositionStatus: `amended` is what was added to after it was final. */
function statusOf(notes: readonly Note[], unsigned: number): NonNullable<Composition['status']> {
  if (notes.length === 0 || unsigned > 0) return 'preliminary'
  return notes.some(({ sections }) => sections.some(({ signed }) => signed)) ? 'amended' : 'final'
}

/** Whoever signed first is the practitioner of the document. */
const attest =
  ({ practitioner }: Setting) =>
  ({ by, at }: Signature, index: number) =>
    ({ mode: 'professional', time: at, party: { ...(index === 0 && practitioner), display: by } }) as const

function describeSigned(count: number, unsigned: number): string {
  if (unsigned === count) return 'Not signed.'
  return unsigned === 0 ? 'Signed.' : `Signed in part: ${count - unsigned} of ${count} documents.`
}

/** A document with a section in it for each of its own; an empty one says why it is empty. */
function sectionOfNote(note: Note): CompositionSection {
  const section = filledSections(note).map((filled) => ({ title: filled.title, text: narrateSection(filled) }))
  const hints = [...note.warnings.map(({ message }) => message), formatSignature(note)].filter(Boolean)
  if (section.length === 0) hints.push('Nothing was written.')
  return {
    title: note.title,
    ...(hints.length > 0 && { text: narrate(hints) }),
    ...(section.length > 0 && { section }),
  }
}

const sectionOfGroup = ({ title, loinc, entries }: EnteredGroup): CompositionSection => ({
  title,
  code: concept(SYSTEMS.loinc, loinc),
  text: narrate(entries.map(({ text }) => text)),
  entry: entries.map(({ address }) => ({ reference: address })),
})
