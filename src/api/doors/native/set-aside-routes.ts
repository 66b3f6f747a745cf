import { z } from 'zod'
import { DELETION_REASONS } from '../../../domain/set-aside.ts'
import type { App, Use } from '../../door.ts'
import { formatConsultation } from './format.ts'
import { Consultation, Failure, Id } from './schemas.ts'

const Deletion = z.strictObject({
  reason: z.enum(DELETION_REASONS),
  by: z.string().trim().min(1).max(100).optional().describe('Who deletes it; an account has its name whatever is sent'),
})

const Deleted = z.object({
  id: z.string(),
  createdAt: z.string(),
  deletedAt: z.string(),
  keptUntil: z.string().describe('It may be returned until then'),
  reason: z.enum(DELETION_REASONS),
  title: z.string().optional(),
  by: z.string(),
})

const config = { scope: ['delete', 'read'] } as const
const tags = ['Consultations']

/** Deleted consultations, which may be returned for a while. */
export function setAsideRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.post(
    '/api/consultations/:id/deletion',
    {
      config: { scope: 'delete' },
      schema: { tags, params: Id, body: Deletion, response: { 204: z.null(), '4xx': Failure } },
    },
    async (request, reply) => {
      const { reason, by = '' } = request.body
      await consultations.deleteForNow(request, request.params.id, { reason, by: request.account?.name ?? by })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/deleted-consultations',
    { config, schema: { tags, response: { 200: z.object({ consultations: z.array(Deleted) }) } } },
    async ({ tenantId }) => ({
      consultations: (await consultations.listReturnable(tenantId)).map(
        ({ createdAt, deletedAt, keptUntil, ...one }) => ({
          ...one,
          createdAt: createdAt.toISOString(),
          deletedAt: deletedAt.toISOString(),
          keptUntil: keptUntil.toISOString(),
        }),
      ),
    }),
  )

  app.post(
    '/api/deleted-consultations/:id/return',
    { config, schema: { tags, params: Id, response: { 200: Consultation, '4xx': Failure } } },
    async (request) => {
      await consultations.returnDeleted(request, request.params.id)
      return formatConsultation(await consultations.find(request.tenantId, request.params.id))
    },
  )
}
