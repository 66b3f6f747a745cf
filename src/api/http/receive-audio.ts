import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { Limits, Source, StagedAudio, WorkRequest } from '../../domain/submission.ts'
import type { Intake } from '../capabilities.ts'
import { accept } from './accept.ts'
import { readForm } from './read-form.ts'

/** How one vendor names the recording among its form fields. */
export interface AudioFields {
  /** The part that holds the file. */
  file: readonly string[]
  /** Text fields that may hold an address instead. */
  address?: readonly string[]
  /** Text that some clients send as a file part. */
  text?: readonly string[]
  /** Fields that hold several values, with commas between them: those may also come several times. */
  lists?: readonly string[]
}

export type Fields = Record<string, string>

export interface Upload {
  fields: Fields
  audio?: StagedAudio
  /** What the client calls its file, and what it says of its type; neither decides anything. */
  fileName?: string
  mimeType?: string
}

/**
 * For a route that takes an upload: its `body` schema describes the form in the API's documentation only, because the
 * form is read while it comes in, and each field is checked where it is translated.
 */
export const UPLOAD_ROUTE = { validatorCompiler: () => (value: unknown) => ({ value }) }
export const UPLOAD_TYPES = ['multipart/form-data', 'application/json']

/** A file part, as the documentation shows it. */
export const FilePart = z.string().meta({ format: 'binary' }).optional()

export const BYTES_PER_MEBIBYTE = 1024 * 1024

/** What the settings allow, for a door whose vendor names no limits of its own. */
export function limitsOf({ usual }: Pick<Intake, 'usual'>): Limits {
  return { minMs: 0, maxMs: usual.maxSeconds * 1000, maxBytes: usual.maxMegabytes * BYTES_PER_MEBIBYTE }
}

const MAX_FIELD_BYTES = 64 * 1024
/** A field a word of a long vocabulary, and the others. */
const MAX_FIELDS = 1100

/**
 * Takes an upload in: stages its recording, has the door translate its fields, and submits. Of a request that is
 * refused at any point, no recording is kept. Throws what `translate` and `accept` throw, and `field_missing`.
 */
export async function acceptUpload(
  request: FastifyRequest,
  names: AudioFields,
  limits: Limits,
  intake: Intake,
  translate: (fields: Fields, source: Source, limits: Limits) => WorkRequest,
): Promise<Job> {
  const upload = await receiveUpload(request, names, limits.maxBytes, intake)
  return keepOnlyIfTaken(upload, intake, async () =>
    accept(request, translate(upload.fields, sourceOf(upload, names), limits), intake),
  )
}

/** Does something with an upload, and lets its recording go when that fails. */
export async function keepOnlyIfTaken<Value>(
  { audio }: Upload,
  { discard }: Pick<Intake, 'discard'>,
  take: () => Promise<Value>,
): Promise<Value> {
  try {
    return await take()
  } catch (error) {
    if (audio) await discard(audio)
    throw error
  }
}

function sourceOf({ fields, audio }: Upload, names: AudioFields): Source {
  if (audio) return { type: 'audio', audio }
  const address = names.address?.map((name) => fields[name]).find((value) => value)
  if (address) return { type: 'address', address: unquote(address) }
  throw noRecording(names)
}

function noRecording({ file, address }: AudioFields): OslerError {
  const orAddress = address ? ` or its address into "${address[0]}"` : ''
  return new OslerError(
    'field_missing',
    `No recording was sent: put the file into the form field "${file[0]}"${orAddress}.`,
  )
}

/** Documentation and clients write values with and without quotes around them. */
export function unquote(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
}

/** The staged recording of an upload that must have one. Throws `field_missing`. */
export function audioOf({ audio }: Upload, names: AudioFields): StagedAudio {
  if (audio) return audio
  throw noRecording(names)
}

/** Multipart or JSON: text fields, and the recording where it came as a part. Fields may come before or after the file. */
export async function receiveUpload(
  request: FastifyRequest,
  names: AudioFields,
  maxBytes: number,
  intake: Intake,
): Promise<Upload> {
  return request.isMultipart()
    ? readParts(request, names, maxBytes, intake)
    : { fields: readObject(request.body, names) }
}

async function readParts(
  request: FastifyRequest,
  names: AudioFields,
  maxBytes: number,
  intake: Intake,
): Promise<Upload> {
  const upload: Upload = { fields: {} }
  const { fields } = upload
  const most = { fields: MAX_FIELDS, files: 3, parts: MAX_FIELDS + 1 }
  const limits = { fieldSize: MAX_FIELD_BYTES, fileSize: Number.POSITIVE_INFINITY, ...most }
  try {
    for await (const part of readForm(request, { limits, isPartAFile: tellFiles(names) })) {
      const { fieldname: name } = part
      if (part.type === 'field') addField(fields, name, textOf(part.value), names)
      else if (names.text?.includes(name)) addField(fields, name, await readText(part.file), names)
      else if (!names.file.includes(name)) throw unexpectedFile(name, names)
      else if (upload.audio) throw new OslerError('request_invalid', 'More than one file came: send one a request.')
      else {
        upload.audio = await intake.ingest(part.file, maxBytes)
        Object.assign(upload, { fileName: part.filename, mimeType: part.mimetype })
      }
    }
  } catch (error) {
    if (upload.audio) await intake.discard(upload.audio)
    throw error
  }
  return upload
}

/** A field that is sent as JSON has been parsed on the way. */
export const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** A recording needs no file name (RFC 7578, 4.2): its part is told by the field, unless that may hold an address as text. */
function tellFiles({ file, address = [] }: AudioFields) {
  return (name = '', type = '', fileName: unknown = undefined) => {
    const mayBeText = address.includes(name) && type === 'text/plain'
    return fileName !== undefined || type === 'application/octet-stream' || (file.includes(name) && !mayBeText)
  }
}

/**
 * A list comes under its name with `[]` or an index, or under a name that the door knows for a list, several times. Any
 * other field has one value.
 */
function addField(fields: Fields, sent: string, value: string, { lists = [] }: AudioFields): void {
  const base = sent.replace(/\[\d*\]$/, '')
  const isList = lists.includes(base) || base !== sent
  const name = lists.includes(base) || base === sent ? base : `${base}[]`
  const earlier = fields[name]
  const checked = checkText(name, value)
  if (!isList && earlier !== undefined && earlier !== checked) {
    const message = `The field "${name.slice(0, 40)}" came twice, with different values: send it once.`
    throw new OslerError('request_invalid', message)
  }
  fields[name] = isList && earlier ? `${earlier},${checked}` : checked
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > MAX_FIELD_BYTES)
      throw new OslerError('request_invalid', `A field is larger than ${MAX_FIELD_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
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

/** JSON, or a urlencoded form, which is read as JSON is: a field with several values is a list. */
function readObject(body: unknown, names: AudioFields): Fields {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new OslerError('body_unsupported', 'Send the request as multipart/form-data or as a JSON object.')
  }
  const fields: Fields = {}
  for (const [name, value] of Object.entries(body)) {
    const values = [value].flat().filter((one) => one !== null && one !== undefined)
    for (const one of values) addField(fields, name, textOf(one), names)
  }
  return fields
}
