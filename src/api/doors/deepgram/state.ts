import { z } from 'zod'

/** How a result is to be written, and what is told of the request: kept with the job. */
export const State = z.object({
  punctuate: z.boolean(),
  diarize: z.boolean(),
  multichannel: z.boolean(),
  paragraphs: z.boolean(),
  utterances: z.boolean(),
  tags: z.array(z.string()),
  /** Of the file's bytes; empty where those are not known. */
  sha256: z.string(),
  /** Parameters that were asked for and change nothing. */
  unsupported: z.array(z.string()),
})

export type State = z.infer<typeof State>
