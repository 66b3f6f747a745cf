import { z } from 'zod'
import type { Session } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { sendSound } from '../../http/send-sound.ts'
import { readConsultation } from './read-result.ts'
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
export function audioRoutes(app: App, dependencies: DoorDependencies): void {
  const { db, config, readSession, playRecording, playSession, drawSound } = dependencies
  const shared = { tags: ['Results'], params: Id, querystring: Which }
  const limits = { minMs: 0, maxMs: config.maxSeconds * 1000 }

  /** The id of the recording, or the session where there are several and none was named. */
  async function find(tenantId: string, id: string, number: number | undefined): Promise<string | Session> {
    await readConsultation(db, tenantId, id)
    const session = await readSession(tenantId, id)
    const recordings = session.recordings.filter(({ sha256 }) => sha256)
    if (number === undefined && recordings.length > 1) return session
    const recording = recordings[number ?? 0]
    if (recording) return recording.id
    const message = `The consultation has ${recordings.length} recordings; there is no number ${number ?? 0}.`
    throw new OslerError('not_found', message)
  }

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
          '4xx': Failure,
        },
      },
    },
    async ({ tenantId, params, query, signal }, reply) => {
      const found = await find(tenantId, params.id, query.recording)
      const sound =
        typeof found === 'string'
          ? await playRecording(tenantId, found)
          : await playSession(tenantId, found, limits, signal)
      return sendSound(reply, sound)
    },
  )

  app.get(
    '/api/consultations/:id/audio/outline',
    { config: { scope: 'read' }, schema: { ...shared, response: { 200: Outline, '4xx': Failure } } },
    async ({ tenantId, params, query, signal }) =>
      drawSound(tenantId, await find(tenantId, params.id, query.recording), limits, signal),
  )
}
