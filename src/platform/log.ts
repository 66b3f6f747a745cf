import { type DestinationStream, type Logger, pino } from 'pino'
import { formatError } from './format-error.ts'

/** SECURITY: headers hold keys and cookies; libraries log them where a line tells of everything (`trace`). */
const HEADERS = ['headers', '*.headers', '*.*.headers']

/** JSON lines on stderr, so that what a command prints stays clean. */
export function openLog(level: string, destination: DestinationStream = process.stderr): Logger {
  const serializers = {
    error: (error: unknown) => formatError(error),
    err: (error: unknown) => formatError(error),
    req: () => undefined,
    res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
  }
  const redact = { paths: HEADERS, remove: true }
  return pino({ level, base: undefined, serializers, redact, hooks: { logMethod: logWithoutMessage } }, destination)
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
