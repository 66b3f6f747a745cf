import type { Records } from '../../capabilities.ts'
import type { Locale } from './locales.ts'
import { DEFAULT_CORE_TEMPLATE, DEFAULT_TEMPLATE, type TemplateName } from './templates.ts'
import { isUpperCase, type Version } from './version.ts'

export interface NoteSettings {
  note_template_key: TemplateName
  note_locale: Locale
}

const collectionOf = (records: Records) => records<Partial<NoteSettings>>('note_settings')

/** Of a user; a key without a user has settings of its own. */
const keyOf = (userId: string) => userId || 'organization'

export async function readNoteSettings(
  records: Records,
  tenantId: string,
  userId: string,
  version: Version,
): Promise<NoteSettings> {
  const template = isUpperCase(version) ? DEFAULT_CORE_TEMPLATE : DEFAULT_TEMPLATE
  const found = await collectionOf(records).findByKey(tenantId, keyOf(userId))
  return { note_template_key: template, note_locale: 'ENGLISH_US', ...found?.data }
}

/** A user that is deleted leaves none. */
export async function deleteNoteSettings(records: Records, tenantId: string, userId: string): Promise<void> {
  const found = await collectionOf(records).findByKey(tenantId, userId)
  if (found) await collectionOf(records).delete(tenantId, [found.id])
}

export async function saveNoteSettings(
  records: Records,
  tenantId: string,
  userId: string,
  changes: Partial<NoteSettings>,
): Promise<void> {
  const settings = collectionOf(records)
  const found = await settings.findByKey(tenantId, keyOf(userId))
  if (found) await settings.update(tenantId, found.id, changes)
  else await settings.insert(tenantId, { key: keyOf(userId), data: changes })
}
