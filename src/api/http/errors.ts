import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { asOslerError, type ErrorCode, OslerError } from '../../domain/errors.ts'
import type { Door } from '../door.ts'
import { NOT_TAKEN } from './read-bodies.ts'

/** What Fastify itself refuses, by its status, in our words; its own messages may quote what was sent. */
const OF_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['request_invalid', 'The request cannot be read: it is malformed or was cut off.'],
  403: ['not_found', 'There is no such path: GET /docs lists what there is.'],
  413: ['body_too_large', 'The body is larger than the limit of 1 MB of this route.'],
  415: ['body_unsupported', NOT_TAKEN],
}

function translate(error: FastifyError | OslerError): OslerError {
  if (error instanceof OslerError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation
    const field = issue?.instancePath.slice(1) ?? ''
    const place = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'body')
    return new OslerError('request_invalid', `${field || place}: ${issue?.message}.`, {
      place,
      ...(field && { field }),
    })
  }
  const [code, message] = OF_STATUS[error.statusCode ?? 500] ?? []
  return code ? new OslerError(code, message, {}, { cause: error }) : asOslerError(error)
}

/** An error handler that answers in the door's own body. */
export function answerErrors(formatError: Door['formatError']) {
  return (error: FastifyError | OslerError, request: FastifyRequest, reply: FastifyReply) => {
    const known = translate(error)
    request.log[known.status >= 500 ? 'error' : 'info']({ error: known }, 'request refused')
    const { status, body } = formatError(known, request.id)
    if (known.details.retryAfterSeconds) reply.header('retry-after', known.details.retryAfterSeconds)
    return reply.code(status).send(body)
  }
}
