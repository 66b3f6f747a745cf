import { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import type { App, DoorDependencies } from '../door.ts'
import { readConsultation } from './read-result.ts'
import { Failure, Id } from './schemas.ts'

const Which = z.object({
  recording: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Its number in the consultation, in the order they came'),
})
const Outline = z.object({
  durationMs: z.number().int(),
  peaks: z.array(z.number().min(0).max(1)).describe('The loudest sample of each of up to 2000 equal parts'),
})

/** Listen to what was sent, and draw it. */
export function audioRoutes(app: App, dependencies: DoorDependencies): void {
  const { db, config, readSession } = dependencies
  const shared = { tags: ['Results'], params: Id, querystring: Which }
  const limits = { minMs: 0, maxMs: config.maxSeconds * 1000 }

  async function findRecording(tenantId: string, id: string, number: number): Promise<string> {
    await readConsultation(db, tenantId, id)
    const recordings = (await readSession(tenantId, id)).recordings.filter(({ sha256 }) => sha256)
    const recording = recordings[number]
    if (recording) return recording.id
    throw new OslerError(
      'not_found',
      `The consultation has ${recordings.length} recordings; there is no number ${number}.`,
    )
  }

  app.get(
    '/api/consultations/:id/audio',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        response: {
          200: { description: 'The recording as it came', content: { 'audio/*': { schema: z.any() } } },
          '4xx': Failure,
        },
      },
    },
    async (request, reply) => {
      const { tenantId, params, query } = request
      const recording = await findRecording(tenantId, params.id, query.recording)
      const { stream, container, bytes } = await dependencies.readAudio(tenantId, recording)
      return reply
        .type(`audio/${container}`)
        .headers({ 'content-length': bytes, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
        .send(stream)
    },
  )

  app.get(
    '/api/consultations/:id/audio/outline',
    { config: { scope: 'read' }, schema: { ...shared, response: { 200: Outline, '4xx': Failure } } },
    async ({ tenantId, params, query, signal }) =>
      dependencies.readPeaks(tenantId, await findRecording(tenantId, params.id, query.recording), limits, signal),
  )
}
