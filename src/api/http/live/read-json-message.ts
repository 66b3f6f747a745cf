import type { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { SocketMessage } from './conversation.ts'

/** A client's message that is JSON of one of the forms. `hint` tells who sends none what to send. Throws `request_invalid`. */
export function readJsonMessage<Schema extends z.ZodType>(
  message: SocketMessage,
  schema: Schema,
  hint: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(message, hint))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new OslerError('request_invalid', `${issue?.path.join('.') || 'The message'}: ${issue?.message}.`)
}

function parseJson(message: SocketMessage, hint: string): unknown {
  try {
    return JSON.parse(message.toString())
  } catch {
    throw new OslerError('request_invalid', `The message is no JSON: ${hint}.`)
  }
}
