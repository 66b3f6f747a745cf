import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../../domain/errors.ts'

/** From this version on, enums are in upper case and speakers are called `speaker_type`. */
const UPPER_CASE_SINCE = '2024-10-01'
const OF_COPILOT_API = '2024-04-22'
const NEWEST = '2026-07-01'

/** The version of Nabla's API that a request wants, as YYYY-MM-DD: such dates compare as texts. */
export type Version = string

/** By header, by query, or by the base: the Copilot API is older than the Core API. Throws `request_invalid`. */
export const readVersion = (request: FastifyRequest): Version => readSaidVersion(request) ?? OF_COPILOT_API

/** The same; undefined where nothing tells. */
export function readSaidVersion({ headers, query, raw }: FastifyRequest): Version | undefined {
  const asked = headers['x-nabla-api-version'] ?? (query as Record<string, string>)['nabla-api-version']
  if (asked === undefined) {
    if (raw.vendorBase?.startsWith('/v1/core/') || headers['x-nabla-next'] !== undefined) return NEWEST
    return raw.vendorBase ? OF_COPILOT_API : undefined
  }
  const version = String(asked).trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(version)) return version
  throw new OslerError(
    'request_invalid',
    `The API version is "${version.slice(0, 40)}"; it must be a date such as ${OF_COPILOT_API} or ${NEWEST}.`,
  )
}

export const isUpperCase = (version: Version) => version >= UPPER_CASE_SINCE
/** Notes have a title since then. */
export const hasNoteTitle = (version: Version) => version >= '2025-02-25'
