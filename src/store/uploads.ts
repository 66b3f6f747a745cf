import { isId, newId } from '../domain/ids.ts'
import type { UploadInParts } from '../domain/upload.ts'
import type { Handle } from './tables.ts'

/** A new upload without parts; answers its id. */
export async function insertUpload(db: Handle, tenantId: string, lengthBytes: number): Promise<string> {
  const id = newId()
  await db.insertInto('uploads').values({ id, tenant_id: tenantId, length_bytes: lengthBytes }).execute()
  return id
}

/** The upload with its parts in order; undefined for an unknown id and for another tenant's. */
export async function findUpload(db: Handle, tenantId: string, id: string): Promise<UploadInParts | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const parts = await db
    .selectFrom('upload_parts')
    .select(['offset_bytes', 'bytes', 'blob_key as blobKey'])
    .where('upload_id', '=', id)
    .orderBy('offset_bytes')
    .execute()
  return {
    ...{ id: row.id, tenantId, lengthBytes: Number(row.length_bytes) },
    // A driver reads a large number as text.
    parts: parts.map((part) => ({
      ...{ offsetBytes: Number(part.offset_bytes), bytes: Number(part.bytes), blobKey: part.blobKey },
    })),
    ...(row.consultation_id && { consultationId: row.consultation_id }),
  }
}

/** Keeps a part; false when another with the same offset was faster. */
export async function insertPart(
  db: Handle,
  upload: UploadInParts,
  { offsetBytes, bytes, blobKey }: UploadInParts['parts'][number],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('upload_parts')
    .values({ upload_id: upload.id, offset_bytes: offsetBytes, bytes, blob_key: blobKey })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Remembers what the upload became and forgets its parts; answers their blobs, which the caller deletes. */
export async function closeUpload(db: Handle, upload: UploadInParts, consultationId: string): Promise<string[]> {
  await db.updateTable('uploads').set({ consultation_id: consultationId }).where('id', '=', upload.id).execute()
  return deleteParts(db, upload)
}

/** Forgets the upload; answers the blobs of its parts, which the caller deletes. */
export async function deleteUpload(db: Handle, upload: UploadInParts): Promise<string[]> {
  const blobKeys = await deleteParts(db, upload)
  await db.deleteFrom('uploads').where('id', '=', upload.id).execute()
  return blobKeys
}

async function deleteParts(db: Handle, { id }: UploadInParts): Promise<string[]> {
  const rows = await db.deleteFrom('upload_parts').where('upload_id', '=', id).returning('blob_key').execute()
  return rows.map(({ blob_key }) => blob_key)
}

/** Forgets uploads that began before a time, of all tenants; their blobs are orphans then. */
export async function deleteUploadsBefore(db: Handle, time: Date): Promise<void> {
  await db.deleteFrom('uploads').where('created_at', '<', time).execute()
}
