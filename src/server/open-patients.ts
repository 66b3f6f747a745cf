import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { erasePatient } from '../consultations/erase-patient.ts'
import { exportPatient } from '../consultations/export-patient.ts'
import { OslerError } from '../domain/errors.ts'
import type { Patients } from '../domain/patient.ts'
import { formatTar } from '../platform/tar-stream.ts'
import { findPatient } from '../store/patients.ts'

type Tools = Parameters<typeof erasePatient>[0]

/** What is kept of one patient, for who may administer. Each throws `not_found`. */
export function openPatients(tools: Tools): Patients {
  async function find(tenantId: string, named: string) {
    const patient = await findPatient(tools.db, tenantId, named)
    if (patient.profiles.length + patient.consultations.length > 0) return patient
    throw new OslerError('not_found', 'Nothing is kept of a patient with this id.')
  }
  return {
    find,
    async export(tenantId, named) {
      const files = exportPatient(tools, tenantId, await find(tenantId, named))
      return Readable.from(formatTar(files), { objectMode: false })
    },
    async erase(tenantId, named) {
      const patient = await find(tenantId, named)
      await erasePatient(tools, tenantId, patient)
      return patient
    },
  }
}

/** The archive as a file of this machine, which has its name when it is whole. Throws `not_found`, `backup_failed`. */
export async function exportToFile(patients: Patients, tenantId: string, named: string, file: string): Promise<void> {
  const archive = await patients.export(tenantId, named)
  const unfinished = `${file}.part`
  try {
    await pipeline(archive, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(unfinished, file)
  } catch (cause) {
    archive.destroy()
    await rm(unfinished, { force: true })
    const { code } = cause as NodeJS.ErrnoException
    if (cause instanceof OslerError || code === undefined) throw cause
    throw new OslerError('backup_failed', `${file} cannot be written (${code}).`, {}, { cause })
  }
}
