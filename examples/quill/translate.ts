import { isNoteKind, type Limits, OslerError, readLanguage, type Source, type WorkRequest, z } from 'osler/door'
import { type Fields, FilePart } from 'osler/http'

/** The form of a dictation. */
export const DictationForm = z.object({
  audio: FilePart,
  reference: z.string().optional().describe("The client's own name for it"),
  language: z.string().optional(),
  document: z.string().optional().describe('A document to write, as `summary`'),
  webhook: z.string().optional(),
})

/** What is kept with a job to format its answers. */
export const State = z.object({ reference: z.string() })
export type State = z.infer<typeof State>

/** What is taken where a dictation does not say. */
export const Preferences = z.object({ language: z.string().max(20).optional() })
export type Preferences = z.infer<typeof Preferences>

export function translateDictation(
  { reference = '', language, document, webhook }: Fields,
  source: Source,
  limits: Limits,
  preferences: Preferences,
): WorkRequest {
  const state: State = { reference: reference.slice(0, 200) }
  return {
    source,
    limits,
    language: translateLanguage(language || preferences.language || 'en'),
    kinds: document ? [translateKind(document)] : [],
    ...(webhook && { callbackUrl: webhook }),
    doorState: state,
  }
}

function translateLanguage(code: string): string {
  const language = readLanguage(code)
  if (language) return language
  throw new OslerError('request_invalid', `"language" is "${code.slice(0, 40)}"; send en, fr, ….`)
}

function translateKind(document: string): string {
  if (isNoteKind(document)) return document
  throw new OslerError('kind_unknown', `"document" is "${document.slice(0, 40)}"; send soap_note, summary, ….`)
}
