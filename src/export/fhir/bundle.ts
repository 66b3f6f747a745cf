import type { Bundle, BundleEntry, Device, Reference, Resource } from '@medplum/fhirtypes'
import { v5 } from 'uuid'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import type { Note } from '../../domain/note.ts'
import { composeDocument } from './composition.ts'
import type { Finding, Setting } from './finding.ts'
import { findAll } from './findings.ts'
import { narrate } from './narrative.ts'
import { deviceOf, encounterOf, patientOf, practitionerOf, signaturesOf } from './people.ts'
import { provenanceOf } from './provenance.ts'
import { SYSTEMS } from './systems.ts'

/**
 * The consultation as a FHIR R4 document (hl7.org/fhir/R4/documents.html): its documents as text, and what the
 * structured ones (`STRUCTURED_KINDS`) say as resources. Ids are derived from the consultation's, so that the same
 * documents give the same bytes. Provenances, which say what each resource rests on, come last.
 */
export function formatBundle(record: ConsultationRecord, structured: readonly Note[]): Bundle {
  const addressOf = (name: string) => `urn:uuid:${v5(name, record.id)}`
  const author: Reference<Device> = { reference: addressOf('Device') }
  const setting: Setting = {
    patient: { reference: addressOf('Patient') },
    practitioner: { reference: addressOf('Practitioner') },
    encounter: { reference: addressOf('Encounter') },
    startedAt: record.startedAt.toISOString(),
  }
  const groups = findAll(structured, setting).map(({ findings, ...group }) => ({
    ...group,
    entries: findings.map((finding, index) => ({ ...finding, address: addressOf(`${group.title} ${index}`) })),
  }))
  const found = groups.flatMap(({ entries }) => entries)
  const composition = composeDocument(record, groups, hintsOf(structured), setting, author)
  const people = [
    composition,
    patientOf(record),
    practitionerOf(record),
    deviceOf(record, structured),
    encounterOf(record, setting),
  ]
  const times = [record.writtenAt.toISOString(), ...signaturesOf(record.notes).map(({ at }) => at)]
  const timestamp = times.toSorted().at(-1) ?? ''
  return withPlainStrings({
    resourceType: 'Bundle',
    // A document is never changed: what is written later is another one (R4 § 3.3.1).
    identifier: { system: SYSTEMS.uri, value: addressOf(`Bundle ${timestamp}`) },
    type: 'document',
    timestamp,
    entry: [
      ...people.map((resource) => enter(resource, addressOf(resource.resourceType))),
      ...found.map((finding) => enter(narrated(finding), finding.address)),
      ...found.map(({ address, evidence }, index) =>
        enter(provenanceOf(address, evidence, record, author), addressOf(`Provenance ${index}`)),
      ),
    ],
  })
}

/** Why there may be less than was said; that a structured document is empty, its missing section tells. */
function hintsOf(notes: readonly Note[]): string[] {
  const warnings = notes.flatMap((note) => note.warnings).filter(({ code }) => code !== 'nothing_found')
  return [...new Set(warnings.map(({ message }) => message))]
}

const narrated = ({ resource, text }: Finding) => ({ ...resource, text: narrate([text]) }) as Resource

function enter(resource: Resource, fullUrl: string): BundleEntry {
  return { fullUrl, resource: { ...resource, id: fullUrl.slice('urn:uuid:'.length) } }
}

/** FHIR's strings hold no control characters and no white space but the plain one (R4 § 2.24.0.1). */
const withPlainStrings = (bundle: Bundle): Bundle =>
  JSON.parse(JSON.stringify(bundle), (_, value) =>
    typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : value,
  )
