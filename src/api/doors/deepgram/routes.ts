import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asOslerError, OslerError } from '../../../domain/errors.ts'
import type { Source } from '../../../domain/submission.ts'
import type { Intake } from '../../capabilities.ts'
import { type App, defineDoor, type Use } from '../../door.ts'
import { accept, waitedFor } from '../../http/accept.ts'
import { perMinute } from '../../http/limits.ts'
import { keepOnlyIfTaken, limitsOf, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import { formatCallback, formatError, formatListened } from './format.ts'
import { listenRoute } from './live/listen-route.ts'
import { type Query, readOne } from './query.ts'
import { readKey } from './read-key.ts'
import { Accepted, Address, Failure, Listened, NewToken, Token } from './schemas.ts'
import { DEEPGRAM_SETTINGS } from './settings.ts'
import { State } from './state.ts'
import { translateListen } from './translate.ts'

const tags = ['Deepgram']
const key = { readKey: (request: FastifyRequest) => readKey([], request) }

/** Deepgram's speech to text (https://developers.deepgram.com/reference). */
export const deepgram = defineDoor({
  name: 'deepgram',
  bases: [],
  prefixes: ['/v1/listen', '/v1/auth'],
  needs: ['intake', 'jobs', 'live', 'tokens'],
  settings: DEEPGRAM_SETTINGS,
  state: State,
  formatError,
  formatCallback,

  routes(app, use, settings) {
    nameAnswers(app)
    takeAnyBody(app)
    fileRoute(app, use)
    tokenRoute(app, use)
    listenRoute(app, use, settings)
  },
})

/** Clients read the request's id and what went wrong in headers. */
function nameAnswers(app: App): void {
  app.addHook('onRequest', async ({ id }, reply) => {
    reply.header('dg-request-id', id)
  })
  app.addHook('onError', async (_request, reply, error) => {
    reply.header('dg-error', asOslerError(error).message.replace(/[^ -~]/g, '?'))
  })
}

/** A recording is the body as it is, of whatever type it says it is; JSON names an address. */
function takeAnyBody(app: App): void {
  app.removeContentTypeParser('application/x-www-form-urlencoded')
  app.addContentTypeParser('*', (_request, stream, done) => done(null, stream))
}

function fileRoute(app: App, { intake, jobs }: Use<'intake' | 'jobs'>): void {
  const limits = limitsOf(intake)
  app.post(
    '/v1/listen',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit', takes: ['key', 'stream'], ...key, ...perMinute(intake.usual.uploadsPerMinute) },
      schema: {
        tags,
        consumes: ['application/octet-stream', 'application/json'],
        body: Address,
        response: { 200: z.union([Listened, Accepted]), '4xx': Failure },
      },
    },
    async (request) => {
      const query = request.query as Query
      const source = await readSource(request, intake, limits.maxBytes)
      const upload = source.type === 'audio' ? { fields: {}, audio: source.audio } : { fields: {} }
      const isCalledBack = readOne(query, 'callback') !== undefined
      const job = await keepOnlyIfTaken(upload, intake, async () => {
        const work = translateListen(query, source, limits)
        return accept(request, isCalledBack ? work : waitedFor(request, work), intake)
      })
      if (isCalledBack) return { request_id: job.id }
      const result = await jobs.waitForResult(job, intake.usual.syncWaitSeconds * 1000, request.gone)
      return formatListened(result, State.parse(job.doorState))
    },
  )
}

async function readSource({ body, headers }: FastifyRequest, intake: Intake, maxBytes: number): Promise<Source> {
  if (headers['content-type']?.startsWith('application/json')) {
    const { data } = Address.safeParse(body)
    if (data) return { type: 'address', address: data.url }
    throw new OslerError('field_missing', 'Send {"url": "https://…"}, or the recording itself as the body.')
  }
  if (typeof (body as Readable | undefined)?.pipe !== 'function')
    throw new OslerError('field_missing', 'No recording was sent: send it as the body, as it is.')
  return { type: 'audio', audio: await intake.ingest(body as Readable, maxBytes) }
}

/** A token for a browser, good for some seconds and for sending sound alone (https://developers.deepgram.com/reference/auth/tokens/grant). */
function tokenRoute(app: App, { tokens }: Use<'tokens'>): void {
  app.post(
    '/v1/auth/grant',
    { config: { scope: 'submit', ...key }, schema: { tags, body: NewToken, response: { 200: Token, '4xx': Failure } } },
    async ({ body, keyId }) => {
      const seconds = body?.ttl_seconds ?? 30
      const { token } = await tokens.sign({ use: 'stream', key: keyId }, seconds)
      return { access_token: token, expires_in: seconds }
    },
  )
}
