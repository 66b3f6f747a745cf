import { z } from 'zod'
import type { App, Use } from '../../door.ts'
import { readRange } from '../../http/read-range.ts'
import { sendSound } from '../../http/send-sound.ts'
import { Failure, Id } from './schemas.ts'

const Which = z.object({
  recording: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Its number in the consultation, in the order they came; all of them on one timeline when not sent'),
})
const Outline = z.object({
  durationMs: z.number().int(),
  peaks: z.array(z.number().min(0).max(1)).describe('The loudest sample of each of up to 2000 equal parts'),
})

/** Listen to what was sent, and draw it. */
export function audioRoutes(app: App, { playback }: Use<'playback'>): void {
  const shared = { tags: ['Results'], params: Id, querystring: Which }

  app.get(
    '/api/consultations/:id/audio',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        response: {
          200: {
            description: 'The recording as it came; several ones as one WAV file',
            content: { 'audio/*': { schema: z.any() } },
          },
          206: { description: 'The part that `Range` asks for', content: { 'audio/*': { schema: z.any() } } },
          '4xx': Failure,
        },
      },
    },
    async (request, reply) => {
      const { tenantId, params, query, gone } = request
      return sendSound(
        reply,
        await playback.play(tenantId, params.id, query.recording, readRange(request, reply), gone),
      )
    },
  )

  app.get(
    '/api/consultations/:id/audio/outline',
    { config: { scope: 'read' }, schema: { ...shared, response: { 200: Outline, '4xx': Failure } } },
    async ({ tenantId, params, query, gone }) => playback.draw(tenantId, params.id, query.recording, gone),
  )
}
