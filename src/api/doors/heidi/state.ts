import { z } from 'zod'
import type { Job } from '../../../domain/job.ts'

/** What is kept with a job that writes a document, to show it; a job that hears or answers keeps nothing. */
export const State = z
  .object({
    purpose: z.enum(['consult_note', 'document']),
    templateId: z.string(),
    brain: z.string(),
    voiceStyle: z.string(),
    contentType: z.string(),
    generationMethod: z.string(),
  })
  .partial()

type State = z.infer<typeof State>

/** A document that another door had written of a session has nothing of it. */
export const stateOf = ({ door, doorState }: Job): State => State.parse(door === 'heidi' ? doorState : {})
