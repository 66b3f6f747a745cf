import type { StoredRecord } from '../domain/record.ts'
import type { Template } from '../domain/template.ts'
import { findRecord } from './records.ts'
import type { Handle } from './tables.ts'

export const TEMPLATES = 'templates'

/** A tenant's template; undefined for an unknown id and for another tenant's. */
export async function findTemplate(db: Handle, tenantId: string, id: string): Promise<Template | undefined> {
  const found = await findRecord(db, tenantId, TEMPLATES, id)
  return found && readTemplate(found)
}

function readTemplate({ id, data }: StoredRecord): Template {
  return { id, ...(data as unknown as Omit<Template, 'id'>) }
}
