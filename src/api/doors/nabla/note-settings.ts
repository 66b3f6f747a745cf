import { findRecordByKey, insertRecord, updateRecord } from '../../../store/records.ts'
import type { Handle } from '../../../store/tables.ts'
import type { Locale } from './locales.ts'
import { DEFAULT_CORE_TEMPLATE, DEFAULT_TEMPLATE, type TemplateName } from './templates.ts'
import { isUpperCase, type Version } from './version.ts'

export interface NoteSettings {
  note_template_key: TemplateName
  note_locale: Locale
}

const COLLECTION = 'nabla.note_settings'

/** Of a user; a key without a user has settings of its own. */
const keyOf = (userId: string) => userId || 'organization'

export async function readNoteSettings(
  db: Handle,
  tenantId: string,
  userId: string,
  version: Version,
): Promise<NoteSettings> {
  const template = isUpperCase(version) ? DEFAULT_CORE_TEMPLATE : DEFAULT_TEMPLATE
  const found = await findRecordByKey(db, tenantId, COLLECTION, keyOf(userId))
  return { note_template_key: template, note_locale: 'ENGLISH_US', ...found?.data }
}

export async function saveNoteSettings(
  db: Handle,
  tenantId: string,
  userId: string,
  changes: Partial<NoteSettings>,
): Promise<void> {
  const found = await findRecordByKey(db, tenantId, COLLECTION, keyOf(userId))
  if (found) await updateRecord(db, tenantId, COLLECTION, found.id, changes)
  else await insertRecord(db, { tenantId, collection: COLLECTION, key: keyOf(userId), data: changes })
}
