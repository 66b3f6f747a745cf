import { z } from 'zod'

/** What is kept with a job to format its answers. */
export const State = z.object({ fileName: z.string(), diarization: z.boolean() })

export type State = z.infer<typeof State>
