import { Readable } from 'node:stream'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'

/** The parts of a multipart form as they come. Throws `request_invalid` for what is no form, also where it breaks off. */
export async function* readForm(
  request: FastifyRequest,
  limits: Parameters<FastifyRequest['parts']>[0],
): AsyncGenerator<Multipart> {
  try {
    for await (const part of request.parts(limits)) {
      if (part.type === 'file') Object.assign(part, { file: Readable.from(readFile(part), { objectMode: false }) })
      yield part
    }
  } catch (error) {
    if (isTooMany(error)) throw new OslerError('body_too_large', TOO_MANY, {}, { cause: error })
    throw isKnown(error) ? error : broken(error)
  }
}

/** What fails here is the form around the file; what its reader does with it fails there. */
async function* readFile({ file, encoding }: MultipartFile): AsyncGenerator<Buffer> {
  try {
    yield* encoding === 'base64' ? decodeBase64(file) : file
  } catch (error) {
    throw broken(error)
  }
}

/** Libraries that come from mail write a part's bytes in lines of base64 (RFC 2045); four letters are three bytes. */
async function* decodeBase64(file: Readable): AsyncGenerator<Buffer> {
  let rest = ''
  for await (const chunk of file) {
    const letters = rest + String(chunk).replace(/\s+/g, '')
    const whole = letters.length - (letters.length % 4)
    yield Buffer.from(letters.slice(0, whole), 'base64')
    rest = letters.slice(whole)
  }
  yield Buffer.from(rest, 'base64')
}

const TOO_MANY = 'The form has more fields or files than this route takes.'
const isTooMany = (error: unknown) => (error as { statusCode?: number }).statusCode === 413

const isKnown = (error: unknown) => error instanceof OslerError || (error instanceof Error && 'statusCode' in error)

const broken = (cause: unknown) =>
  new OslerError('request_invalid', 'The form cannot be read: it is malformed or was cut off.', {}, { cause })
