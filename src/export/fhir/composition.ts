import type { Composition, CompositionSection, Device, Reference } from '@medplum/fhirtypes'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import { formatSignature, type Note } from '../../domain/note.ts'
import { filledSections } from '../arrange-note.ts'
import type { Setting } from './finding.ts'
import { narrate, narrateSection } from './narrative.ts'
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
  const unsigned = notes.filter(({ signed }) => signed === undefined).length
  const section = [...notes.map(sectionOfNote), ...groups.map(sectionOfGroup)]
  return {
    resourceType: 'Composition',
    language: transcript.language,
    text: narrate([`Consultation, written from its recording. ${describeSigned(notes.length, unsigned)}`, ...hints]),
    status: notes.length > 0 && unsigned === 0 ? 'final' : 'preliminary',
    type: concept(SYSTEMS.loinc, '11488-4', 'Consult note'),
    subject: setting.patient,
    encounter: setting.encounter,
    date: writtenAt.toISOString(),
    author: [author],
    title: 'Consultation',
    ...(section.length > 0 && { section }),
  }
}

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
