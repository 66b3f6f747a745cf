import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../../domain/errors.ts'
import type { Limits } from '../../../domain/submission.ts'
import type { Intake, Jobs, Records } from '../../capabilities.ts'
import { BYTES_PER_MEBIBYTE } from '../../http/receive-audio.ts'
import { readNoteSettings } from './note-settings.ts'
import type { NablaSettings } from './settings.ts'
import { type NablaResult, type Operation, withState } from './state.ts'
import type { Caller } from './translate.ts'
import { readSaidVersion, readVersion } from './version.ts'

/** Who asks, in which version, and with which note settings. */
export async function readCaller(request: FastifyRequest, records: Records): Promise<Caller> {
  const { tenantId, userId } = request
  const version = readVersion(request)
  const settings = await readNoteSettings(records, tenantId, userId, version)
  return { version, userId, template: settings.note_template_key, locale: settings.note_locale }
}

export function limitsOf({ usual }: Intake, { leastWords }: NablaSettings, maxSeconds: number): Limits {
  return {
    minMs: 0,
    maxMs: maxSeconds * 1000,
    maxBytes: usual.maxMegabytes * BYTES_PER_MEBIBYTE,
    minWords: leastWords,
  }
}

/**
 * An asynchronous request of this route, in the version of who asks where that is told. What a user asked for, another
 * user of the same organisation does not see.
 */
export async function findRequest(
  jobs: Jobs,
  request: FastifyRequest,
  id: string,
  operation: Operation,
): Promise<NablaResult> {
  const { tenantId, userId } = request
  const found = await jobs.readResult(tenantId, id)
  const result = found && withState(found)
  const isTheirs = userId === '' || result?.state.userId === userId
  if (result?.state.operation === operation && isTheirs) {
    return { ...result, state: { ...result.state, version: readSaidVersion(request) ?? result.state.version } }
  }
  throw new OslerError('not_found', 'There is no request with this id.')
}
