import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'

/** The parts of a multipart form as they come. Throws `request_invalid` for what is no form, also where it breaks off. */
export async function* readForm(request: FastifyRequest, limits: Parameters<FastifyRequest['parts']>[0]) {
  try {
    yield* request.parts(limits)
  } catch (error) {
    if (error instanceof OslerError || (error instanceof Error && 'statusCode' in error)) throw error
    throw new OslerError(
      'request_invalid',
      'The form cannot be read: it is malformed or was cut off.',
      {},
      { cause: error },
    )
  }
}
