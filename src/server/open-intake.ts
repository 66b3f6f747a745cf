import type { Attachments, Intake, ServingLimits, Uploads } from '../api/capabilities.ts'
import type { Job } from '../domain/job.ts'
import type { WorkRequest } from '../domain/submission.ts'
import { ingest, keepDocument } from '../pipeline/intake/ingest.ts'
import { addPart, ingestParts } from '../pipeline/intake/upload-in-parts.ts'
import type { Outbound } from '../platform/outbound.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Handle } from '../store/tables.ts'
import { closeUpload, deleteUpload, findUpload, insertUpload } from '../store/uploads.ts'

/** A door's own: its name goes with what it submits. */
export type Submit = (tenantId: string, request: WorkRequest) => Promise<Job>

export const openIntake = (
  usual: ServingLimits,
  { blobs, outbound }: { blobs: Blobs; outbound: Outbound },
  submit: Submit,
): Intake => ({
  usual,
  ingest: (stream, maxBytes) => ingest(stream, blobs, maxBytes),
  discard: ({ key }) => blobs.delete(key),
  checkAddress: outbound.checkResolved,
  submit,
})

export const openAttachments = (blobs: Blobs): Attachments => ({
  keep: (stream, maxBytes) => keepDocument(stream, blobs, maxBytes),
  discard: (key) => blobs.delete(key),
})

export function openUploads(tools: { db: Handle; blobs: Blobs }): Uploads {
  const { db, blobs } = tools
  const discard = async (blobKeys: readonly string[]) => {
    for (const key of blobKeys) await blobs.delete(key)
  }
  return {
    begin: (tenantId, lengthBytes) => insertUpload(db, tenantId, lengthBytes),
    find: (tenantId, id) => findUpload(db, tenantId, id),
    add: (upload, offsetBytes, stream) => addPart(tools, upload, offsetBytes, stream),
    stage: (upload, maxBytes) => ingestParts(tools, upload, maxBytes),
    close: async (upload, consultationId) => discard(await closeUpload(db, upload, consultationId)),
    delete: async (upload) => discard(await deleteUpload(db, upload)),
  }
}
