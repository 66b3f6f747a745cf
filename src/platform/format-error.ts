import { OslerError } from '../domain/errors.ts'

/** Deeper than any chain of causes that tells more; a chain may be a ring. */
const MOST_CAUSES = 5

/**
 * PATIENT DATA: what may be logged or printed of an error: name, code and stack frames, and of our own its numbers. A message, also
 * that of a cause, may quote what a patient said; V8 repeats it at the head of the stack.
 */
export function formatError(error: unknown, depth = 0): object {
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
