import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Tokens } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { readRange } from '../../http/read-range.ts'
import {
  type AudioFields,
  audioOf,
  type Fields,
  keepOnlyIfTaken,
  limitsOf,
  receiveUpload,
  UPLOAD_ROUTE,
  unquote,
} from '../../http/receive-audio.ts'
import { sendSound } from '../../http/send-sound.ts'
import { findSession } from './find-session.ts'
import { formatAudio } from './format.ts'
import { Failure, SessionId, Uploaded, UploadForm } from './schemas.ts'

const tags = ['Heidi']
const FILE: AudioFields = { file: ['file'] }
const ALL_DIGITS = /^\d{1,6}$/
const LONGEST_EXPIRY_SECONDS = 7 * 24 * 3600
const consumes = ['multipart/form-data']

type UploadUse = Use<'sessions' | 'intake' | 'playback' | 'tokens'>

/** Whole recordings in, which are heard when the transcript is read, and out again by addresses that expire. */
export function uploadRoutes(app: App, use: UploadUse): void {
  app.post(
    '/sessions/:session_id/upload-audio',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit' },
      schema: {
        ...{ tags, consumes, params: SessionId, body: UploadForm },
        querystring: z.object({ expiry: z.string().optional() }),
        response: { 200: Uploaded, '4xx': Failure },
      },
    },
    async (request) => keepUpload(use, request, request.params.session_id, request.query.expiry),
  )

  app.get(
    '/recordings/:id',
    {
      config: { isOpen: true, takes: ['link'] },
      schema: { tags, params: z.object({ id: z.string() }), querystring: z.object({ token: z.string().max(2000) }) },
    },
    async (request, reply) => {
      const { params, query } = request
      const claims = await use.tokens.read(query.token)
      if (claims?.use !== 'audio' || claims.recording !== params.id) {
        throw new OslerError('key_wrong', 'This address is not valid, or has expired.')
      }
      const { id: keyId, tenantId } = await use.tokens.findKey(claims.key ?? '')
      Object.assign(request, { tenantId, keyId, credential: 'link' })
      return sendSound(reply, await use.playback.playRecording(tenantId, params.id, readRange(request, reply)))
    },
  )
}

async function keepUpload(
  { sessions, intake, tokens }: UploadUse,
  request: FastifyRequest,
  sessionId: string,
  asked: string | undefined,
) {
  const session = await findSession(sessions, request, sessionId)
  const limits = limitsOf(intake)
  const upload = await receiveUpload(request, FILE, limits.maxBytes, intake)
  return keepOnlyIfTaken(upload, intake, async () => {
    const { fields } = upload
    const audio = audioOf(upload, FILE)
    const times = readTimes(fields)
    const expiry = readExpiry(fields.expiry ?? asked)
    let isKept = false
    const answer = await request.answerOnce({ ...fields, sha256: audio.sha256 }, async () => {
      const kept = await sessions.keep(request.tenantId, session.id, { audio, ...times }, limits)
      isKept = true
      const access = expiry > 0 ? { url: await addressOf(tokens, request, kept.id, expiry), expiry } : undefined
      return { uploaded_audio: formatAudio(kept, access) }
    })
    // An answer that was given before leaves this copy without a use.
    if (!isKept) await intake.discard(audio)
    return answer
  })
}

async function addressOf(
  tokens: Tokens,
  { publicUrl, keyId }: FastifyRequest,
  recordingId: string,
  expirySeconds: number,
) {
  const { token } = await tokens.sign({ use: 'audio', recording: recordingId, key: keyId }, expirySeconds)
  return `${publicUrl}/recordings/${recordingId}?token=${token}`
}

function readTimes(fields: Fields): { startedAt?: Date; endedAt?: Date } {
  const startedAt = readTime('start_time', fields.start_time)
  const endedAt = readTime('end_time', fields.end_time)
  if (startedAt && endedAt && endedAt < startedAt) {
    throw new OslerError('request_invalid', '"end_time" is before "start_time".', { field: 'end_time' })
  }
  return { ...(startedAt && { startedAt }), ...(endedAt && { endedAt }) }
}

const IsoTime = z.iso.datetime({ offset: true, local: true })

/** A time without a zone is read as UTC, as Heidi prints its own. */
function readTime(field: string, text: string | undefined): Date | undefined {
  const sent = unquote(text ?? '')
  if (sent === '') return undefined
  if (IsoTime.safeParse(sent).success) return new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(sent) ? sent : `${sent}Z`)
  throw new OslerError('request_invalid', `"${field}" is no ISO 8601 time: send 2024-12-11T03:57:57Z.`, { field })
}

function readExpiry(text: string | undefined): number {
  const sent = unquote(text ?? '')
  if (sent === '') return 0
  if (ALL_DIGITS.test(sent) && Number(sent) <= LONGEST_EXPIRY_SECONDS) return Number(sent)
  const message = `"expiry" is "${sent.slice(0, 40)}"; it must be seconds from 0 to ${LONGEST_EXPIRY_SECONDS}.`
  throw new OslerError('request_invalid', message, { field: 'expiry' })
}
