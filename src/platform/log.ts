import { type DestinationStream, type Logger, pino } from 'pino'
import { OslerError } from '../domain/errors.ts'

/** JSON lines on stderr, so that what a command prints stays clean. */
export function openLog(level: string, destination: DestinationStream = process.stderr): Logger {
  const serializers = {
    error: (error: unknown) => formatError(error),
    err: (error: unknown) => formatError(error),
    req: () => undefined,
    res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
  }
  return pino({ level, base: undefined, serializers, hooks: { logMethod: logWithoutMessage } }, destination)
}

/** PATIENT DATA: pino, and libraries that log through it, take an error's message as the line's own. */
function logWithoutMessage(this: Logger, line: unknown[], method: (...line: unknown[]) => void): void {
  const [first, message, ...rest] = line
  const fields = first instanceof Error ? { err: first } : first
  const error = errorIn(fields)
  const quotes = typeof message !== 'string' || (error && error.message !== '' && message.includes(error.message))
  method.apply(this, error && quotes ? [fields, 'error', ...rest] : line)
}

function errorIn(fields: unknown): Error | undefined {
  const { err, error } = (fields ?? {}) as { err?: unknown; error?: unknown }
  return [err, error].find((value) => value instanceof Error)
}

/** Deeper than any chain of causes that tells more; a chain may be a ring. */
const MOST_CAUSES = 5

/**
 * PATIENT DATA: of an error only name, code and stack frames are logged, and of our own its numbers. A message, also
 * that of a cause, may quote what a patient said; V8 repeats it at the head of the stack.
 */
function formatError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = wordOf((error as NodeJS.ErrnoException).code)
  return {
    name: wordOf(error.name) ?? 'Error',
    ...(code !== undefined && { code }),
    ...(error instanceof OslerError && { details: error.details }),
    frames: framesOf(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: formatError(error.cause, depth + 1) }),
  }
}

/** Names and codes are numbers or single words; anything longer is text of unknown origin. */
function wordOf(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined
}

/** As V8 prints them: `    at name (file:///place:1:2)`, `    at async /place:1:2`, `    at Array.map (<anonymous>)`. */
const FRAME = /^ {4}at (.* )?\(?((file:|node:|\/|[A-Z]:\\).*:\d+:\d+|<anonymous>|native|index \d+)\)?$/

/** Lines of the message may look like frames too, so that it is cut off first. */
function framesOf({ message, stack = '' }: Error): string[] {
  const start = stack.indexOf(message)
  const behindMessage = start < 0 ? stack : stack.slice(start + message.length)
  return behindMessage.split('\n').flatMap((line) => (FRAME.test(line) ? line.trim() : []))
}
