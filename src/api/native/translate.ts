import { OslerError } from '../../domain/errors.ts'
import { readLanguage } from '../../domain/language.ts'
import type { Limits, Source, Submission } from '../../domain/submission.ts'
import { UploadFields } from './schemas.ts'

/** The native form fields as what the road is asked for. Unknown fields are refused, so that a typing error is seen. */
export function translateUpload(fields: Record<string, string>, source: Source, limits: Limits): Submission {
  const parsed = UploadFields.safeParse(fields)
  if (!parsed.success) throw refused(parsed.error.issues[0])
  const { language, documents, callbackUrl, clientRequestId } = parsed.data
  return {
    door: 'native',
    source,
    language: translateLanguage(language),
    kinds: [...new Set(documents.split(',').flatMap((kind) => kind.trim() || []))],
    limits,
    ...(callbackUrl && { callbackUrl }),
    ...(clientRequestId && { clientRequestId }),
    echo: {},
  }
}

function refused(issue?: { path: PropertyKey[]; message: string }): OslerError {
  return new OslerError('request_invalid', `${issue?.path.join('.') || 'The form'}: ${issue?.message}.`)
}

function translateLanguage(code: string) {
  const language = readLanguage(code)
  if (language) return language
  throw new OslerError(
    'request_invalid',
    `"language" is no language code: "${code.slice(0, 40)}"; send en, en-GB, fr, ….`,
  )
}
