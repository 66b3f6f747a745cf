import { z } from 'zod'
import { OslerError } from '../../../../domain/errors.ts'
import type { Tokens } from '../../../capabilities.ts'
import type { App } from '../../../door.ts'
import { Failure } from '../schemas.ts'
import { formatSession, idOf } from './format-session.ts'
import { changeSession, NEW_SESSION, OldSessionChange, type Session, SessionChange } from './session.ts'

const tags = ['OpenAI']
const config = { scope: 'submit' } as const
/** The vendor's own: ten minutes, and one before. */
const USUAL_SECONDS = 600
const OLD_SECONDS = 60
/** A secret carries its session along in a header or sub-protocol. */
const MOST_LETTERS = 4000

const NewSecret = z
  .object({
    expires_after: z
      .object({ anchor: z.literal('created_at').optional(), seconds: z.int().min(10).max(7200).default(USUAL_SECONDS) })
      .default({ seconds: USUAL_SECONDS }),
    session: SessionChange.optional(),
  })
  .nullish()

const Answer = z.looseObject({ value: z.string(), expires_at: z.int(), session: z.looseObject({}) })
const OldAnswer = z.looseObject({ id: z.string(), client_secret: z.object({ value: z.string(), expires_at: z.int() }) })

/** Secrets for a browser: each opens sessions for some minutes and nothing else, with the settings that it was made with. */
export function secretRoutes(app: App, tokens: Tokens, maxMs: number): void {
  async function make(key: string, session: Session, seconds: number) {
    const said = JSON.stringify(session)
    if (said.length > MOST_LETTERS) throw tooLong(said.length)
    const { token, expiresAt } = await tokens.sign({ use: 'stream', key, session: said }, seconds)
    return { value: token, expires_at: Math.floor(expiresAt.getTime() / 1000) }
  }
  const frame = () => ({ id: idOf('sess'), expiresAt: Math.floor((Date.now() + maxMs) / 1000) })

  app.post(
    '/v1/realtime/client_secrets',
    { config, schema: { tags, body: NewSecret, response: { 200: Answer, '4xx': Failure } } },
    async ({ body, keyId }) => {
      const session = changeSession(NEW_SESSION, body?.session ?? {})
      const secret = await make(keyId, session, body?.expires_after.seconds ?? USUAL_SECONDS)
      return { ...secret, session: formatSession(session, frame(), 'ga') }
    },
  )

  app.post(
    '/v1/realtime/transcription_sessions',
    { config, schema: { tags, body: OldSessionChange.nullish(), response: { 200: OldAnswer, '4xx': Failure } } },
    async ({ body, keyId }) => {
      const session = changeSession(NEW_SESSION, body ?? {})
      const client_secret = await make(keyId, session, OLD_SECONDS)
      return { ...formatSession(session, frame(), 'beta'), client_secret }
    },
  )
}

/** The session of a client secret, or a new one for a plain key. */
export function readSecret(claims: Readonly<Record<string, string>> | undefined) {
  if (claims?.session === undefined) return { session: NEW_SESSION, isConfigured: false }
  return { session: JSON.parse(claims.session) as Session, isConfigured: true }
}

const tooLong = (letters: number) =>
  new OslerError('request_invalid', `The session has ${letters} letters; a secret carries ${MOST_LETTERS} along.`, {
    field: 'session',
  })
