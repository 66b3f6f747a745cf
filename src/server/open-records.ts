import type { Collection, List, Lists, Records } from '../api/capabilities.ts'
import type { StoredRecord } from '../domain/record.ts'
import type { Blobs } from '../store/blobs.ts'
import { addToList, deleteFromList, findInList, type ListName, putInList, readList } from '../store/lists.ts'
import {
  countRecords,
  deleteRecords,
  findRecord,
  findRecordByKey,
  insertRecord,
  listRecords,
  updateRecord,
} from '../store/records.ts'
import type { Handle } from '../store/tables.ts'

interface Tools {
  db: Handle
  blobs: Blobs
}

/** What one door keeps: its collections are stored under its name. */
export const openRecords = (tools: Tools, door: string): Records => {
  return <Data extends object>(collection: string) => openCollection<Data>(tools, `${door}.${collection}`)
}

export const openLists = ({ db }: Tools): Lists => ({
  templates: openList(db, 'templates'),
  vocabularies: openList(db, 'vocabularies'),
  letterheads: openList(db, 'letterheads'),
})

const openList = <Thing extends { id: string }>(db: Handle, list: ListName): List<Thing> => ({
  add: (tenantId, content) => addToList(db, list, tenantId, content),
  find: (tenantId, id) => findInList(db, list, tenantId, id),
  read: (tenantId) => readList(db, list, tenantId),
  put: (tenantId, thing) => putInList(db, list, tenantId, thing),
  delete: (tenantId, id) => deleteFromList(db, list, tenantId, id),
})

/** A collection by the name under which it is stored. What is read has the form in which its keeper wrote it. */
function openCollection<Data extends object>({ db, blobs }: Tools, collection: string): Collection<Data> {
  const known = (record: StoredRecord | undefined) => record as StoredRecord<Data> | undefined
  return {
    insert: async (tenantId, record) => known(await insertRecord(db, { tenantId, collection, ...record })),
    find: async (tenantId, id) => known(await findRecord(db, tenantId, collection, id)),
    findByKey: async (tenantId, key) => known(await findRecordByKey(db, tenantId, collection, key)),
    list: async (tenantId, filter) => (await listRecords(db, tenantId, collection, filter)) as StoredRecord<Data>[],
    count: (tenantId, filter) => countRecords(db, tenantId, collection, filter),
    update: async (tenantId, id, data) => known(await updateRecord(db, tenantId, collection, id, data)),
    async delete(tenantId, ids) {
      const { count, blobKeys } = await deleteRecords(db, tenantId, collection, ids)
      for (const key of blobKeys) await blobs.delete(key)
      return count
    },
  }
}
