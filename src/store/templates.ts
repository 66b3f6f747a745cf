import type { Template } from '../domain/template.ts'
import { findRecord, listRecords, type StoredRecord } from './records.ts'
import type { Handle } from './tables.ts'

export const TEMPLATES = 'templates'

/** A tenant's template; undefined for an unknown id and for another tenant's. */
export async function findTemplate(db: Handle, tenantId: string, id: string): Promise<Template | undefined> {
  const found = await findRecord(db, tenantId, TEMPLATES, id)
  return found && readTemplate(found)
}

/** The tenant's templates, newest first. */
export async function listTemplates(db: Handle, tenantId: string): Promise<Template[]> {
  return (await listRecords(db, tenantId, TEMPLATES)).map(readTemplate)
}

function readTemplate({ id, data }: StoredRecord): Template {
  return { id, ...(data as unknown as Omit<Template, 'id'>) }
}
