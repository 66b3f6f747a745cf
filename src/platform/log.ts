import { type Logger, pino, stdSerializers } from 'pino'
import { OslerError } from '../domain/errors.ts'

/** JSON lines on stderr, so that what a command prints stays clean. */
export function openLog(level: string, destination: NodeJS.WritableStream = process.stderr): Logger {
  const serializers = { error: printError, err: printError, req: () => undefined, res: stdSerializers.res }
  return pino({ level, base: undefined, serializers }, destination)
}

/**
 * PATIENT DATA: of an error only name, code and stack frames are logged, and of our own its numbers. A message, also
 * that of a cause, may quote what a patient said; V8 repeats it at the head of the stack.
 */
function printError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as NodeJS.ErrnoException).code
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(error instanceof OslerError && { details: error.details }),
    frames: framesOf(error),
    ...(error.cause !== undefined && { cause: printError(error.cause) }),
  }
}

function framesOf({ message, stack = '' }: Error): string[] {
  const behindMessage = stack.slice(stack.indexOf(message) + message.length)
  return behindMessage.split('\n').flatMap((line) => (/^\s+at /.test(line) ? line.trim() : []))
}
