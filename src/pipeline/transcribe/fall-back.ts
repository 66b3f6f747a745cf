import { OslerError } from '../../domain/errors.ts'
import type { Recognizer } from '../../engines/speech/recognizer.ts'
import type { Result } from './run.ts'

/**
 * Hears with the first engine, and when that does not answer with the next one, from the beginning: a transcript has one
 * engine, and a warning says which did not answer. Where no other may, the error stands and the queue tries again later.
 */
export async function fallBack(
  [first, second]: readonly [Recognizer, ...Recognizer[]],
  mayFallBack: boolean,
  hear: (recognizer: Recognizer) => Promise<Result>,
): Promise<Result> {
  try {
    return await hear(first)
  } catch (error) {
    if (!(mayFallBack && second && error instanceof OslerError && error.code === 'engine_down')) throw error
    const { transcript, ...rest } = await hear(second)
    const message = `The engine ${first.name} did not answer; ${second.name} heard the recording.`
    return {
      ...rest,
      transcript: { ...transcript, warnings: [...transcript.warnings, { code: 'engine_fallback', message }] },
    }
  }
}
