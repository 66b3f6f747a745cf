import type { FastifyReply, FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'
import type { ChooseRange } from '../../domain/sound.ts'

const ONE_RANGE = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i

/**
 * The part that a request's `Range` asks for (RFC 9110, section 14): of several parts, of what cannot be read, and of a
 * sound that has changed since `If-Range`, all of it. Throws `range_outside`.
 */
export function readRange({ headers }: FastifyRequest, reply: FastifyReply): ChooseRange {
  return ({ bytes, tag }) => {
    const [, from = '', to = ''] = ONE_RANGE.exec(headers.range ?? '') ?? []
    const isSame = headers['if-range'] === undefined || headers['if-range'] === `"${tag}"`
    if ((from === '' && to === '') || !isSame) return undefined
    const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
    const end = from === '' || to === '' ? bytes - 1 : Math.min(bytes - 1, Number(to))
    if (from !== '' && to !== '' && Number(to) < start) return undefined
    if (start <= end) return { start, end }
    reply.header('content-range', `bytes */${bytes}`)
    throw new OslerError('range_outside', `The sound has ${bytes} bytes: ask for a part of those.`, { bytes })
  }
}
