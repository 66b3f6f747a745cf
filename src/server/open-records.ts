import type { Collection, Lists, Records } from '../api/capabilities.ts'
import type { StoredRecord } from '../domain/record.ts'
import type { Blobs } from '../store/blobs.ts'
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
import { TEMPLATES } from '../store/templates.ts'
import { VOCABULARIES } from '../store/vocabularies.ts'

interface Tools {
  db: Handle
  blobs: Blobs
}

/** What one door keeps: its collections are stored under its name. */
export const openRecords = (tools: Tools, door: string): Records => {
  return <Data extends object>(collection: string) => openCollection<Data>(tools, `${door}.${collection}`)
}

export const openLists = (tools: Tools): Lists => ({
  templates: underOwnIds(openCollection(tools, TEMPLATES)),
  vocabularies: underOwnIds(openCollection(tools, VOCABULARIES)),
})

/** The same where a thing may have an id of the client's own, which is then the one that it is found and shown by. */
function underOwnIds<Data extends object>(kept: Collection<Data>): Collection<Data> {
  const show = (record: StoredRecord<Data> | undefined) => record && { ...record, id: record.key ?? record.id }
  const find = async (tenantId: string, id: string) =>
    (await kept.findByKey(tenantId, id)) ?? (await kept.find(tenantId, id))
  return {
    ...kept,
    insert: async (tenantId, record) => show(await kept.insert(tenantId, record)),
    find: async (tenantId, id) => show(await find(tenantId, id)),
    list: async (tenantId, filter) => (await kept.list(tenantId, filter)).flatMap((record) => show(record) ?? []),
    async update(tenantId, id, data) {
      const found = await find(tenantId, id)
      return show(found && (await kept.update(tenantId, found.id, data)))
    },
    async delete(tenantId, ids) {
      const found = await Promise.all(ids.map((id) => find(tenantId, id)))
      return kept.delete(
        tenantId,
        found.flatMap((record) => record?.id ?? []),
      )
    },
  }
}

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
