import type { Device, Provenance, Reference } from '@medplum/fhirtypes'
import type { ConsultationRecord } from '../../domain/consultation-record.ts'
import type { Item } from '../../domain/transcript.ts'
import { formatSpeaker } from '../../domain/transcript.ts'
import { narrate } from './narrative.ts'

/**
 * Where a resource comes from: the items of the transcript as its sources, each by its id within the consultation and
 * with its seconds in the recording (as a media fragment, w3.org/TR/media-frags, `t=12.3,15`) and its words.
 */
export function provenanceOf(
  target: string,
  evidence: readonly string[],
  { id, writtenAt, transcript }: ConsultationRecord,
  who: Reference<Device>,
): Provenance {
  const items = new Map(transcript.items.map((item) => [item.id, item]))
  const entity = [...new Set(evidence)].map((itemId) => ({
    role: 'source' as const,
    what: { identifier: { system: `urn:uuid:${id}`, value: itemId }, display: describe(items.get(itemId)) },
  }))
  return {
    resourceType: 'Provenance',
    text: narrate(entity.map(({ what }) => what.display)),
    target: [{ reference: target }],
    recorded: writtenAt.toISOString(),
    agent: [{ who }],
    entity,
  }
}

function describe(item?: Item): string {
  if (item === undefined) return 'An item that is not in the transcript any more'
  const speaker = formatSpeaker(item)
  return `t=${item.startMs / 1000},${item.endMs / 1000} ${speaker && `${speaker}: `}${item.text}`
}
