import cors from '@fastify/cors'
import multipart from '@fastify/multipart'
import { fastifySSE } from '@fastify/sse'
import Fastify, { type FastifyBaseLogger, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Accounts } from '../../domain/account.ts'
import { OslerError } from '../../domain/errors.ts'
import { newId } from '../../domain/ids.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Tokens } from '../../platform/tokens.ts'
import type { Audit } from '../../store/audit.ts'
import type { Handle } from '../../store/tables.ts'
import type { EngineOffer } from '../capabilities.ts'
import type { App, Door, Use } from '../door.ts'
import { auditRequests } from './audit.ts'
import { type FixedSecrets, requireCredential, requireOperator } from './auth.ts'
import { describeRoutes } from './describe.ts'
import { drainRefused } from './drain-refused.ts'
import { answerErrors } from './errors.ts'
import { doorOf, rewriteFor } from './find-door.ts'
import { healthRoutes } from './health.ts'
import { rememberAnswers } from './idempotency.ts'
import { limitRequests } from './limits.ts'
import { noticeGone } from './notice-gone.ts'
import { observeRequests } from './observe.ts'
import { openSockets } from './open-sockets.ts'
import { type OperatorActions, operatorRoutes } from './operator/routes.ts'
import { protectAnswers } from './protect-answers.ts'
import { readBodies } from './read-bodies.ts'
import { workbenchRoutes } from './workbench.ts'

export interface AppDependencies extends OperatorActions {
  db: Handle
  audit: Audit
  tokens: Tokens
  accounts: Accounts
  offers: readonly EngineOffer[]
  /** What a door gets of this server: what it named. */
  useOf(door: Door): Use
  /** Secrets that are configured rather than stored: who checks a key needs them. */
  secrets: FixedSecrets
  /** Pages of other origins that may call the API. */
  allowOrigins: readonly string[]
  /** Where clients reach this server; as each request says where it is not set. */
  publicUrl: string | undefined
  requestsPerMinute: number
  /** Of an account's session: how long nobody may ask anything. */
  idleMinutes: number
  /** Whether this process works, and so needs a recogniser to be ready. */
  works: boolean
  /** Sees that recordings can be had and are this database's, which this version can work with. Throws what is wrong. */
  checkStore(): Promise<void>
  /** Each door's own settings, by its name. */
  doorSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  log: FastifyBaseLogger
  metrics: Metrics
  /** Every one is mounted; the first answers what belongs to none. */
  doors: readonly [Door, ...Door[]]
}

const MAX_JSON_BYTES = 1024 * 1024
/** What a page of another origin may do, and read beside the body. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const EXPOSED = [
  'x-request-id',
  'location',
  'upload-offset',
  'upload-length',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]
/** Headers come at once; a recording of 500 MB at 2 Mbit/s takes 35 minutes. Who sends more slowly is hung up on. */
const HEADERS_MS = 20_000
const UPLOAD_MS = 40 * 60_000
/** How long answers under way may take when the server stops; live views and refused uploads would never end. */
const LAST_ANSWERS_MS = 3000

/** The HTTP server with every door mounted; it listens when told to. */
export async function buildApp(dependencies: AppDependencies): Promise<App> {
  const { secrets, allowOrigins, publicUrl, metrics, doors } = dependencies
  const app: App = Fastify({
    loggerInstance: dependencies.log,
    // Requests are logged by observeRequests, with the route's pattern instead of the address that was asked for.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: UPLOAD_MS,
    http: { headersTimeout: HEADERS_MS },
    rewriteUrl: rewriteFor(doors),
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  readBodies(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerErrors(doors[0].formatError))
  app.setNotFoundHandler((request, reply) => {
    const error = new OslerError('not_found', 'There is no such path: GET /docs lists what there is.')
    return answerErrors(doorOf(doors, request.raw).formatError)(error, request, reply)
  })
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS).unref()
  })
  app.decorateRequest('tenantId', '')
  app.decorateRequest('keyId', '')
  app.decorateRequest('userId', '')
  app.decorateRequest('account', undefined)
  app.decorateRequest('signedInAt', undefined)
  app.decorateRequest('claims', undefined)
  app.decorateRequest('scopes')
  app.decorateRequest('credential', undefined)
  app.decorateRequest('publicUrl', {
    getter(this: FastifyRequest) {
      return publicUrl ?? `${this.protocol}://${this.host}`
    },
  })

  if (allowOrigins.length > 0)
    await app.register(cors, { origin: [...allowOrigins], methods: METHODS, exposedHeaders: EXPOSED })
  await app.register(multipart)
  await app.register(fastifySSE)
  await describeRoutes(app, doors)
  auditRequests(app, dependencies.audit)
  protectAnswers(app)
  noticeGone(app)
  drainRefused(app)
  nameRequests(app)
  openSockets(app, allowOrigins)
  observeRequests(app, metrics, dependencies.db)
  healthRoutes(app, dependencies)
  workbenchRoutes(app)
  for (const door of doors) await mountDoor(app, door, dependencies)
  await app.register(async (scope: App) => {
    scope.addHook('onRequest', requireOperator(secrets))
    operatorRoutes(scope, dependencies)
  })
  return app
}

/** The id of a request stands in its answer, in its log lines and in what is told of an internal error. */
function nameRequests(app: App): void {
  app.addHook('onRequest', async ({ id }, reply) => {
    reply.header('x-request-id', id)
  })
}

/** The door's routes, in a scope of their own: behind its keys, with its words for what goes wrong. */
async function mountDoor(app: App, door: Door, dependencies: AppDependencies): Promise<void> {
  const { db, requestsPerMinute, useOf, doorSettings } = dependencies
  await app.register(async (scope: App) => {
    scope.setErrorHandler(answerErrors(door.formatError))
    scope.addHook('onRequest', requireCredential(dependencies))
    scope.addHook('onRequest', refuseNull)
    await limitRequests(scope, requestsPerMinute)
    rememberAnswers(scope, db)
    door.routes(scope, useOf(door), doorSettings[door.name] ?? {})
  })
}

/** No id or name has it, and the database could not look for it. */
async function refuseNull({ url }: FastifyRequest): Promise<void> {
  if (url.includes('%00')) throw new OslerError('request_invalid', 'The address holds characters that are no text.')
}
