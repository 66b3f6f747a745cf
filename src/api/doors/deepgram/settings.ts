import { z } from 'zod'
import { wholeNumber } from '../../../domain/setting.ts'

/** Deepgram's own settings, OSLER_DEEPGRAM_…; the defaults are the vendor's. */
export const DEEPGRAM_SETTINGS = z.object({
  streamIdleSeconds: wholeNumber(
    10,
    [1, 3_600],
    "A client of Deepgram's /v1/listen socket who sends neither sound nor KeepAlive for so long is hung up on.",
  ),
})

export type DeepgramSettings = z.infer<typeof DEEPGRAM_SETTINGS>
