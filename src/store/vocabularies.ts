import type { StoredRecord } from '../domain/record.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import { listRecords } from './records.ts'
import type { Handle } from './tables.ts'

export const VOCABULARIES = 'vocabularies'

/** The tenant's vocabularies, newest first. */
export async function listVocabularies(db: Handle, tenantId: string): Promise<Vocabulary[]> {
  return (await listRecords(db, tenantId, VOCABULARIES)).map(readVocabulary)
}

function readVocabulary({ id, data }: StoredRecord): Vocabulary {
  return { id, ...(data as unknown as Omit<Vocabulary, 'id'>) }
}
