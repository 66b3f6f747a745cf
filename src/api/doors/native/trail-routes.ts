import { z } from 'zod'
import type { App, Use } from '../../door.ts'
import { Failure, Id } from './schemas.ts'

const Days = z.number().int().optional().describe('Left out where nothing goes by itself')
const Trail = z.object({
  keepAudioDays: Days,
  keepDays: Days,
  lines: z
    .array(
      z.object({
        at: z.string().describe('ISO 8601'),
        by: z.string().describe('The name of the account or key; empty where the server itself acted'),
        action: z.string().describe('The method and pattern of a route'),
      }),
    )
    .optional()
    .describe('Newest first, 200 at most; left out where the key or account may not sign'),
})

/** How long a consultation is kept; and, to who answers for it, who read and changed it (decision 77). */
export function trailRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.get(
    '/api/consultations/:id/trail',
    {
      config: { scope: 'read' },
      schema: { tags: ['Consultations'], params: Id, response: { 200: Trail, '4xx': Failure } },
    },
    async ({ tenantId, params, scopes }) => {
      const { lines, ...kept } = await consultations.readTrail(tenantId, params.id)
      if (!scopes.includes('sign')) return kept
      return { ...kept, lines: lines.map((line) => ({ ...line, at: line.at.toISOString() })) }
    },
  )
}
