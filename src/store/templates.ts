import type { StoredRecord } from '../domain/record.ts'
import type { Template } from '../domain/template.ts'
import { findRecord, findRecordByKey } from './records.ts'
import type { Handle } from './tables.ts'

export const TEMPLATES = 'templates'

/** A tenant's template; undefined for an unknown id and for another tenant's. */
export async function findTemplate(db: Handle, tenantId: string, id: string): Promise<Template | undefined> {
  const found = (await findRecordByKey(db, tenantId, TEMPLATES, id)) ?? (await findRecord(db, tenantId, TEMPLATES, id))
  return found && readTemplate(found)
}

function readTemplate({ id, key, data }: StoredRecord): Template {
  return { id: key ?? id, ...(data as unknown as Omit<Template, 'id'>) }
}
