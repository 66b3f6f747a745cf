import { z } from 'zod'
import { MOST_SEARCH_LETTERS, VISIT_STATES } from '../../../domain/search.ts'
import type { App, Use } from '../../door.ts'
import { formatConsultation } from './format.ts'
import { Consultation, Failure } from './schemas.ts'

const Words = z.string().max(MOST_SEARCH_LETTERS).optional()
const Time = z.iso.datetime({ offset: true }).optional()

const Wanted = z.strictObject({
  words: Words.describe('Said, written or known of the patient; all of them, in any order and form'),
  patient: Words.describe("Of the patient's name or number; from three letters on also how they begin"),
  medicine: Words.describe('Under whichever of its names'),
  from: Time.describe('Begun then or later'),
  until: Time.describe('Begun before'),
  state: z.enum(VISIT_STATES).optional(),
  limit: z.number().int().min(1).max(50).default(20),
  before: z.string().optional().describe('Only what is older than the consultation with this id'),
})

const Place = z.object({
  in: z.enum(['visit', 'transcript', 'document']),
  text: z.string(),
  item: z.string().optional().describe('Of the transcript'),
  kind: z.string().optional().describe('Of the document'),
  title: z.string().optional(),
})

const Result = z.object({
  consultations: z.array(Consultation.extend({ places: z.array(Place).describe('Where it stands, three at most') })),
  unsearchable: z.number().int().describe('How many consultations are not found by their words yet, but soon'),
})

/** Consultations by what is in them. PATIENT DATA: asked for in the body, since addresses are written down by proxies. */
export function searchRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.post(
    '/api/consultations/search',
    {
      config: { scope: 'read' },
      schema: { tags: ['Consultations'], body: Wanted, response: { 200: Result, '4xx': Failure } },
    },
    async ({ tenantId, body: { from, until, ...body } }) => {
      const times = { ...(from && { from: new Date(from) }), ...(until && { until: new Date(until) }) }
      const { consultations: found, unsearchable } = await consultations.search(tenantId, { ...body, ...times })
      return { consultations: found.map((one) => ({ ...formatConsultation(one), places: one.places })), unsearchable }
    },
  )
}
