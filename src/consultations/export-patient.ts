import { OslerError } from '../domain/errors.ts'
import type { Patient } from '../domain/patient.ts'
import type { ArchivedFile } from '../platform/tar-stream.ts'
import type { Blobs } from '../store/blobs.ts'
import { readConsultationRows } from '../store/consultation-rows.ts'
import { readPatientProfiles } from '../store/patients.ts'
import { findSetAsideRows } from '../store/set-aside.ts'
import type { Handle } from '../store/tables.ts'
import { readRecord } from './read.ts'

export interface PatientTools {
  db: Handle
  blobs: Blobs
}

/**
 * All that is kept of a patient, file by file: what was told of them, and of each consultation its recordings and letters as
 * they came, the record as people left it, and every row that belongs to it.
 */
export async function* exportPatient(
  tools: PatientTools,
  tenantId: string,
  { profiles, consultations }: Patient,
): AsyncGenerator<ArchivedFile> {
  const told = await readPatientProfiles(tools.db, profiles)
  yield json('patient.json', { exportedAt: new Date(), profiles: told, consultations })
  for (const id of consultations) yield* exportConsultation(tools, tenantId, id)
}

async function* exportConsultation({ db, blobs }: PatientTools, tenantId: string, id: string) {
  const rows = (await findSetAsideRows(db, tenantId, id)) ?? (await readConsultationRows(db, tenantId, id))
  yield json(`${id}/rows.json`, rows)
  const record = await readRecord(db, tenantId, id).catch(ignoreUnheard)
  if (record) yield json(`${id}/record.json`, record)
  const missing: string[] = []
  for (const row of Object.values(rows).flat()) {
    const { blob_key: key, container, bytes } = row
    if (typeof key !== 'string') continue
    const content = await blobs.read(key).catch(ignoreMissing)
    const name = `${id}/${key.replaceAll('/', '-')}${container ? `.${container}` : ''}`
    if (content === undefined) missing.push(key)
    else if (typeof bytes === 'number') yield { name, bytes, content }
    else yield file(name, Buffer.concat(await Array.fromAsync(content)))
  }
  if (missing.length > 0) yield json(`${id}/missing.json`, missing)
}

const file = (name: string, content: Buffer): ArchivedFile => ({ name, bytes: content.length, content: [content] })

const json = (name: string, value: unknown) => file(name, Buffer.from(JSON.stringify(value, null, 2)))

/** Nothing was heard yet, or never will be; or it was deleted and may be returned. */
function ignoreUnheard(error: unknown): undefined {
  if (!(error instanceof OslerError && ['not_ready', 'not_found'].includes(error.code))) throw error
}

/** What is gone from the disk is told in the archive. */
function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof OslerError && error.code === 'not_found')) throw error
}
