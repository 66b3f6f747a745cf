import { z } from 'zod'
import { readPasted } from '../../../domain/read-pasted.ts'
import type { App, Use } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { perMinute } from '../../http/limits.ts'
import { limitsOf } from '../../http/receive-audio.ts'
import { formatConsultation } from './format.ts'
import { Consultation, Failure, UploadFields } from './schemas.ts'
import { listKinds, translateLanguage } from './translate.ts'

const MOST_LETTERS = 200_000

const Text = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(MOST_LETTERS)
    .describe('A line for each turn; who speaks may stand in front: `Doctor: …`, `Patient: …`'),
  language: UploadFields.shape.language,
  documents: UploadFields.shape.documents,
})

/** A consultation of words that somebody has already: nothing is heard. */
export function textRoutes(app: App, { intake, consultations }: Use<'intake' | 'consultations'>): void {
  app.post(
    '/api/consultations/text',
    {
      config: { scope: ['submit', 'read'], ...perMinute(intake.usual.uploadsPerMinute) },
      schema: { tags: ['Consultations'], body: Text, response: { 202: Consultation, '4xx': Failure } },
    },
    async (request, reply) => {
      const language = translateLanguage(request.body.language)
      const { consultationId } = await accept(
        request,
        {
          source: { type: 'transcript', transcript: readPasted(request.body.text, language) },
          ...{ language, limits: limitsOf(intake), doorState: {}, kinds: listKinds(request.body.documents) },
        },
        intake,
      )
      const consultation = await consultations.find(request.tenantId, consultationId)
      return reply.code(202).send(formatConsultation(consultation))
    },
  )
}
