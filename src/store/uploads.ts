import type { UploadInParts } from '../domain/upload.ts'
import { deleteRecords, findRecord, insertRecord, listRecords, updateRecord } from './records.ts'
import type { Handle } from './tables.ts'

const UPLOADS = 'upload'
const partsOf = (uploadId: string) => `${UPLOADS}.${uploadId}`

type PartData = Omit<UploadInParts['parts'][number], 'id'>

/** A new upload without parts; answers its id. */
export async function insertUpload(db: Handle, tenantId: string, lengthBytes: number): Promise<string> {
  const record = await insertRecord(db, { tenantId, collection: UPLOADS, data: { lengthBytes } })
  // Without a key nothing can be in its way.
  return record?.id ?? ''
}

/** The upload with its parts in order; undefined for an unknown id and for another tenant's. */
export async function findUpload(db: Handle, tenantId: string, id: string): Promise<UploadInParts | undefined> {
  const record = await findRecord(db, tenantId, UPLOADS, id)
  if (record === undefined) return undefined
  const data = record.data as Pick<UploadInParts, 'lengthBytes' | 'consultationId'>
  const parts = (await listRecords(db, tenantId, partsOf(id), { limit: 10_000 }))
    .map((part) => ({ id: part.id, ...(part.data as unknown as PartData) }))
    .sort((a, b) => a.offsetBytes - b.offsetBytes)
  return { id, tenantId, ...data, parts }
}

/** Keeps a part; false when another with the same offset was faster. */
export async function insertPart(db: Handle, { id, tenantId }: UploadInParts, part: PartData): Promise<boolean> {
  const { blobKey, offsetBytes } = part
  const record = { tenantId, collection: partsOf(id), key: String(offsetBytes), blobKey, data: { ...part } }
  return (await insertRecord(db, record)) !== undefined
}

/** Remembers what the upload became and forgets its parts; answers their blobs, which the caller deletes. */
export async function closeUpload(db: Handle, upload: UploadInParts, consultationId: string): Promise<string[]> {
  await updateRecord(db, upload.tenantId, UPLOADS, upload.id, { consultationId })
  return deleteParts(db, upload)
}

/** Forgets the upload; answers the blobs of its parts, which the caller deletes. */
export async function deleteUpload(db: Handle, upload: UploadInParts): Promise<string[]> {
  await deleteRecords(db, upload.tenantId, UPLOADS, [upload.id])
  return deleteParts(db, upload)
}

async function deleteParts(db: Handle, { id, tenantId, parts }: UploadInParts): Promise<string[]> {
  const ids = parts.map((part) => part.id)
  return (await deleteRecords(db, tenantId, partsOf(id), ids)).blobKeys
}

/** Forgets uploads that began before a time, of all tenants; their blobs are orphans then. */
export async function deleteUploadsBefore(db: Handle, time: Date): Promise<void> {
  await db
    .deleteFrom('records')
    .where((where) => where.or([where('collection', '=', UPLOADS), where('collection', 'like', `${UPLOADS}.%`)]))
    .where('created_at', '<', time)
    .execute()
}
