import type { FastifyRequest } from 'fastify'
import type { JobResult } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Limits } from '../../../domain/submission.ts'
import type { DoorDependencies } from '../../door.ts'
import { BYTES_PER_MEBIBYTE } from '../../http/receive-audio.ts'
import { readNoteSettings } from './note-settings.ts'
import type { NablaSettings } from './settings.ts'
import type { Caller, Operation } from './translate.ts'
import { readVersion } from './version.ts'

/** Who asks, in which version, and with which note settings. */
export async function readCaller(request: FastifyRequest, { db }: DoorDependencies): Promise<Caller> {
  const { tenantId, userId } = request
  const version = readVersion(request)
  const settings = await readNoteSettings(db, tenantId, userId, version)
  return { version, userId, template: settings.note_template_key, locale: settings.note_locale }
}

export function limitsOf({ serving }: DoorDependencies, { leastWords }: NablaSettings, maxSeconds: number): Limits {
  return {
    minMs: 0,
    maxMs: maxSeconds * 1000,
    maxBytes: serving.maxMegabytes * BYTES_PER_MEBIBYTE,
    minWords: leastWords,
  }
}

/** An asynchronous request of this route. What a user asked for, another user of the same organisation does not see. */
export async function findRequest(
  { consultations }: DoorDependencies,
  { tenantId, userId }: FastifyRequest,
  id: string,
  operation: Operation,
): Promise<JobResult> {
  const result = await consultations.readResult(tenantId, id)
  const isTheirs = userId === '' || result?.job.doorState.userId === userId
  if (result?.job.door === 'nabla' && result.job.doorState.operation === operation && isTheirs) return result
  throw new OslerError('not_found', 'There is no request with this id.')
}
