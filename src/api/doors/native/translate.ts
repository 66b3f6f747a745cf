import type { ZodType, z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { readLanguage } from '../../../domain/language.ts'
import { paceOf } from '../../../domain/live.ts'
import type { Limits, Source, WorkRequest } from '../../../domain/submission.ts'
import { listTerms, type Term } from '../../../domain/vocabulary.ts'
import type { LiveWork } from '../../capabilities.ts'
import { Terms } from './collections.ts'
import type { LiveStart } from './live-conversation.ts'
import { ChunkFields, UploadFields } from './schemas.ts'

type Fields = Record<string, unknown>

/** The native form fields as what the pipeline is asked for. Unknown fields are refused, so that a typing error is seen. */
export function translateUpload(fields: Fields, source: Source, limits: Limits): WorkRequest {
  return { source, ...translateWish(readFields(UploadFields, fields), limits) }
}

/** The same for a recording that only begins. */
export function translateLive(
  { sampleRate, channels, consultation, pauseMs, ...wish }: LiveStart,
  limits: Limits,
): LiveWork {
  const sound = { sampleRate, channels }
  const own = { ...(consultation && { consultationId: consultation }), ...(pauseMs && paceOf(pauseMs)) }
  return { sound, ...translateWish(wish, limits), ...own }
}

function translateWish(wish: z.infer<typeof UploadFields>, limits: Limits): Omit<WorkRequest, 'source'> {
  const { documents, callbackUrl, clientRequestId } = wish
  return {
    ...{ limits, doorState: {} },
    ...translateHearing(wish),
    kinds: listKinds(documents),
    ...(callbackUrl && { callbackUrl }),
    ...(clientRequestId && { clientRequestId }),
  }
}

/** The same for a segment: nothing is written of it alone. */
export function translateChunk(fields: Fields, source: Source, limits: Limits): WorkRequest {
  const hearing = translateHearing(readFields(ChunkFields, fields))
  return { source, limits, doorState: {}, ...hearing, kinds: [] }
}

function readFields<Read>(schema: ZodType<Read>, fields: Fields): Read {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return parsed.data
  throw refused(parsed.error.issues[0])
}

function translateHearing({ language, vocabulary, speakers }: z.infer<typeof ChunkFields>) {
  return {
    language: translateLanguage(language),
    ...((vocabulary || speakers) && {
      hearing: { ...(speakers && { speakers }), ...(vocabulary && { vocabulary: translateTerms(vocabulary) }) },
    }),
  }
}

export const listKinds = (documents: string) => [...new Set(documents.split(',').flatMap((kind) => kind.trim() || []))]

function refused(issue?: { path: PropertyKey[]; message: string }): OslerError {
  return new OslerError('request_invalid', `${issue?.path.join('.') || 'The form'}: ${issue?.message}.`)
}

export function translateLanguage(code: string) {
  const language = readLanguage(code)
  if (language) return language
  throw new OslerError(
    'request_invalid',
    `"language" is no language code: "${code.slice(0, 40)}"; send en, en-GB, fr, ….`,
  )
}

/** Terms with commas between them, or as JSON where it matters how they sound. */
function translateTerms(text: string): Term[] {
  const parsed = Terms.safeParse(text.trim().startsWith('[') ? readJson(text) : listTerms(text))
  if (parsed.success) return parsed.data
  const { path = [], message = '' } = parsed.error.issues[0] ?? {}
  throw new OslerError('request_invalid', `vocabulary${path.map((part) => `.${String(part)}`).join('')}: ${message}.`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new OslerError('request_invalid', 'vocabulary: it begins with "[" and is no JSON.')
  }
}
