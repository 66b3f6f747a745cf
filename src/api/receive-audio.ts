import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { StagedAudio, Submission } from '../domain/submission.ts'
import type { DoorDependencies } from './door.ts'

type Ingest = Pick<DoorDependencies, 'ingest' | 'ingestAddress' | 'discard'>
type Accept = Ingest & Pick<DoorDependencies, 'submit'>

/** How one vendor names the recording among its form fields. */
export interface AudioFields {
  /** The part that holds the file. */
  file: readonly string[]
  /** Text fields that may hold an address instead. */
  address: readonly string[]
}

type Fields = Record<string, string>

/**
 * For a route that takes an upload: its `body` schema describes the form in the API's documentation only, because the
 * form is read while it comes in, and each field is checked where it is translated.
 */
export const UPLOAD_ROUTE = { validatorCompiler: () => (value: unknown) => ({ value }) }
export const UPLOAD_TYPES = ['multipart/form-data', 'application/json']

/** A file part, as the documentation shows it. */
export const FilePart = z.string().meta({ format: 'binary' }).optional()

const MAX_FIELD_BYTES = 64 * 1024

/**
 * Takes an upload in: stages its recording, has the door translate its fields, and submits. Of a request that is
 * refused at any point, no recording is kept. Throws what `translate` and `submit` throw, and `field_missing`.
 */
export async function acceptUpload(
  request: FastifyRequest,
  names: AudioFields,
  maxBytes: number,
  accept: Accept,
  translate: (fields: Fields, audio: StagedAudio) => Submission,
): Promise<Job> {
  const { fields, audio } = await receiveAudio(request, names, maxBytes, accept)
  try {
    return await accept.submit(request.tenantId, translate(fields, audio))
  } catch (error) {
    await accept.discard(audio)
    throw error
  }
}

/** Multipart or JSON: text fields, and the recording as a part or an address. Fields may come before or after the file. */
async function receiveAudio(request: FastifyRequest, names: AudioFields, maxBytes: number, ingest: Ingest) {
  const { fields, audio } = request.isMultipart()
    ? await readParts(request, names, maxBytes, ingest)
    : { fields: readJson(request.body), audio: undefined }
  if (audio) return { fields, audio }
  const address = names.address.map((name) => fields[name]).find((value) => value)
  if (address) return { fields, audio: await ingest.ingestAddress(address, maxBytes) }
  throw new OslerError(
    'field_missing',
    `No recording was sent: put the file into the form field "${names.file[0]}" or its address into "${names.address[0]}".`,
  )
}

async function readParts(request: FastifyRequest, names: AudioFields, maxBytes: number, ingest: Ingest) {
  const fields: Fields = {}
  let audio: StagedAudio | undefined
  const limits = { fieldSize: MAX_FIELD_BYTES, fields: 100, files: 1, parts: 101, fileSize: Number.POSITIVE_INFINITY }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = checkText(part.fieldname, String(part.value))
      else if (!names.file.includes(part.fieldname)) throw unexpectedFile(part.fieldname, names)
      else audio = await ingest.ingest(part.file, maxBytes)
    }
  } catch (error) {
    if (audio) await ingest.discard(audio)
    throw error
  }
  return { fields, audio }
}

/** Text that the database could not hold is refused here, rather than failing there. */
function checkText(name: string, value: string): string {
  if (!value.includes('\0') && value.isWellFormed()) return value
  throw new OslerError('request_invalid', `The field "${name.slice(0, 40)}" holds characters that are no text.`)
}

function unexpectedFile(name: string, names: AudioFields): OslerError {
  // The name is the client's: cut, so that it cannot fill the answer.
  return new OslerError('field_missing', `The file came as "${name.slice(0, 40)}"; send it as "${names.file[0]}".`)
}

function readJson(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new OslerError('body_unsupported', 'Send the request as multipart/form-data or as a JSON object.')
  }
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      if (value === null || value === undefined) return []
      return [[name, checkText(name, Array.isArray(value) ? value.join(',') : String(value))]]
    }),
  )
}
