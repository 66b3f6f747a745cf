import { z } from 'zod'
import { OslerError } from '../../../../domain/errors.ts'
import { newId } from '../../../../domain/ids.ts'
import type { LanguageTag } from '../../../../domain/language.ts'
import { checkSound, type LiveSound } from '../../../../domain/live.ts'
import { translateLanguage } from '../translate.ts'

const Query = z.object({
  use_language_asr_input: z.string().optional(),
  sample_rate: z.coerce.number().default(16_000),
  bit_rate: z.coerce.number().pipe(z.literal(16)).default(16),
  num_channels: z.coerce
    .number()
    .pipe(z.literal([1, 2]))
    .default(1),
  session_id: z.string().optional(),
})

/** What a client says of its stream in the address. */
export interface StreamQuery {
  sessionId: string
  /** The language as the client wrote it, and as recognisers know it. */
  languageCode: string
  language: LanguageTag
  sound: LiveSound
}

/** Parameters that are not known are ignored. Throws `request_invalid`. */
export function readQuery(query: unknown): StreamQuery {
  const parsed = Query.safeParse(query)
  if (!parsed.success) throw refused(parsed.error)
  const { use_language_asr_input, sample_rate, num_channels, session_id } = parsed.data
  const languageCode = use_language_asr_input || 'en'
  return {
    sessionId: session_id || newId(),
    languageCode,
    language: translateLanguage(languageCode),
    sound: checkSound({ sampleRate: sample_rate, channels: num_channels }),
  }
}

const refused = ({ issues: [issue] }: z.ZodError) =>
  new OslerError('request_invalid', `The parameter "${issue?.path.join('.')}": ${issue?.message}.`)
