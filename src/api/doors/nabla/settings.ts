import { z } from 'zod'
import { wholeNumber } from '../../../domain/setting.ts'

/** Nabla's own settings, OSLER_NABLA_…; the defaults are those of its documents. */
export const NABLA_SETTINGS = z.object({
  maxSeconds: wholeNumber(3600, [1, 86_400], "Longest recording of Nabla's asynchronous routes."),
  syncMaxSeconds: wholeNumber(600, [1, 86_400], "Longest recording of Nabla's synchronous routes."),
  leastWords: wholeNumber(
    5,
    [1, 1000],
    "Words that a transcript needs for Nabla's notes; with fewer, the answer is 422 “too short”.",
  ),
})

export type NablaSettings = z.infer<typeof NABLA_SETTINGS>
