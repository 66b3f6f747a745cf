import type { Handle } from './tables.ts'

/** A row that names a blob. */
export interface NamedBlob {
  table: 'recordings' | 'records'
  id: string
  key: string
}

/** Every row that names a blob: recordings, and letters or pictures that a session was given. */
export async function listNamedBlobs(db: Handle): Promise<NamedBlob[]> {
  const ofTable = async (table: NamedBlob['table']) => {
    const rows = await db.selectFrom(table).select(['id', 'blob_key']).where('blob_key', 'is not', null).execute()
    return rows.flatMap(({ id, blob_key: key }) => (key ? { table, id, key } : []))
  }
  return [...(await ofTable('recordings')), ...(await ofTable('records'))]
}

/** A recording that is not in the store any more is none: who asks for it is told so, and its results stay. */
export async function forgetAudio(db: Handle, recordingId: string): Promise<void> {
  const nothing = { blob_key: null, bytes: null, sha256: null, container: null }
  await db.updateTable('recordings').set(nothing).where('id', '=', recordingId).execute()
}
