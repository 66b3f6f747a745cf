import { z } from 'zod'
import { defineDoor } from '../../src/api/door.ts'
import { perMinute } from '../../src/api/http/limits.ts'
import { acceptUpload, FilePart, limitsOf, UPLOAD_ROUTE, UPLOAD_TYPES } from '../../src/api/http/receive-audio.ts'
import { OslerError } from '../../src/domain/errors.ts'
import { NO_SETTINGS } from '../../src/domain/setting.ts'
import { formatPlain } from '../../src/domain/transcript.ts'

const tags = ['Sample']
const Form = z.object({ file: FilePart })
const Id = z.object({ id: z.string() })
const Recording = z.object({
  id: z.string(),
  status: z.enum(['ongoing', 'succeeded', 'failed']),
  text: z.string().optional(),
})

/** The vendor's body of an error. */
export const Failure = z.object({ code: z.string(), message: z.string() })

/** Sample's API; write here where its documentation is. */
export const sample = defineDoor({
  name: 'sample',
  bases: [],
  prefixes: ['/sample'],
  needs: ['intake', 'jobs'],
  settings: NO_SETTINGS,
  state: z.object({}),
  formatError: ({ code, message, status }, requestId) => ({
    status,
    body: { code, message: code === 'internal' ? `${message} Request id: ${requestId}.` : message },
  }),

  routes(app, { intake, jobs }) {
    app.post(
      '/sample/v1/recordings',
      {
        ...UPLOAD_ROUTE,
        config: { scope: 'submit', ...perMinute(intake.usual.uploadsPerMinute) },
        schema: { tags, consumes: UPLOAD_TYPES, body: Form, response: { 202: Recording, '4xx': Failure } },
      },
      async (request, reply) => {
        const { id, status } = await acceptUpload(
          request,
          { file: ['file'] },
          limitsOf(intake),
          intake,
          (_, source, limits) => ({
            ...{ source, limits, language: 'en', kinds: [], doorState: {} },
          }),
        )
        return reply.code(202).send({ id, status })
      },
    )

    app.get(
      '/sample/v1/recordings/:id',
      { config: { scope: 'read' }, schema: { tags, params: Id, response: { 200: Recording, '4xx': Failure } } },
      async ({ tenantId, params }) => {
        const result = await jobs.readResult(tenantId, params.id)
        if (result === undefined) throw new OslerError('not_found', 'There is no recording with this id.')
        const { job, transcript } = result
        return { id: job.id, status: job.status, ...(transcript && { text: formatPlain(transcript.items) }) }
      },
    )
  },
})
