import { type App, defineDoor, type JobResult, OslerError, type Records, type Use, wholeNumber, z } from 'osler/door'
import { acceptUpload, limitsOf, perMinute, UPLOAD_ROUTE, UPLOAD_TYPES } from 'osler/http'
import { Dictated, formatCallback, formatDictation, formatError, Problem } from './format.ts'
import { DictationForm, Preferences, State, translateDictation } from './translate.ts'

const tags = ['Quill']
const Id = z.object({ id: z.string() })
const Settings = z.object({ maxMinutes: wholeNumber(60, [1, 600], "Quill's longest dictation, in minutes.") })

/** Quill's dictations. */
export const door = defineDoor({
  name: 'quill',
  bases: [],
  prefixes: ['/quill'],
  needs: ['intake', 'jobs'],
  settings: Settings,
  state: State,
  formatError,
  formatCallback,

  routes(app, use, { maxMinutes }) {
    dictationRoutes(app, use, maxMinutes)
    preferenceRoutes(app, preferencesOf(use.records))
  },
})

const preferencesOf = (records: Records) => records<Preferences>('preferences')

/** A tenant has one record of preferences. */
const KEY = 'all'

function dictationRoutes(app: App, { intake, jobs, records }: Use<'intake' | 'jobs'>, maxMinutes: number): void {
  const limits = { ...limitsOf(intake), maxMs: maxMinutes * 60_000 }

  app.post(
    '/quill/v1/dictations',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit', ...perMinute(intake.usual.uploadsPerMinute) },
      schema: { tags, consumes: UPLOAD_TYPES, body: DictationForm, response: { 201: Dictated, '4xx': Problem } },
    },
    async (request, reply) => {
      const preferred = await preferencesOf(records).findByKey(request.tenantId, KEY)
      const job = await acceptUpload(request, { file: ['audio'] }, limits, intake, (fields, source) =>
        translateDictation(fields, source, limits, preferred?.data ?? {}),
      )
      return reply.code(201).send(formatDictation({ job, notes: [] }, State.parse(job.doorState)))
    },
  )

  app.get(
    '/quill/v1/dictations/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: { 200: Dictated, '4xx': Problem } } },
    async ({ tenantId, params }) => {
      const result: JobResult | undefined = await jobs.readResult(tenantId, params.id)
      if (result) return formatDictation(result, State.parse(result.job.doorState))
      throw new OslerError('not_found', 'There is no dictation with this id.')
    },
  )
}

function preferenceRoutes(app: App, preferences: ReturnType<typeof preferencesOf>): void {
  const response = { 200: Preferences, '4xx': Problem }

  app.get('/quill/v1/preferences', { config: { scope: 'read' }, schema: { tags, response } }, async ({ tenantId }) => {
    const kept = await preferences.findByKey(tenantId, KEY)
    return kept?.data ?? {}
  })

  app.put(
    '/quill/v1/preferences',
    { config: { scope: 'submit' }, schema: { tags, body: Preferences, response } },
    async ({ tenantId, body }) => {
      const kept = await preferences.findByKey(tenantId, KEY)
      if (kept) await preferences.update(tenantId, kept.id, body)
      else await preferences.insert(tenantId, { key: KEY, data: body })
      return body
    },
  )
}
