import type { LanguageModel, Question } from './language-model.ts'
import { isEnough, type Line, readLines } from './read-lines.ts'

/** Who may stop an answer: whoever wants the document, by an error, and its time, which leaves what is finished. */
export interface Until {
  signal: AbortSignal
  late: AbortSignal
}

/**
 * The lines that a model answers. One that repeats itself is stopped, and an answer that is cut, for whatever reason, keeps
 * its finished lines. Throws `ModelFailure` when none is, and the signal's reason.
 */
export async function askLines(model: LanguageModel, question: Question, { signal, late }: Until): Promise<Line[]> {
  const enough = new AbortController()
  let answer = ''
  const hear = (text: string) => {
    answer += text
    if (isEnough(answer)) enough.abort()
  }
  try {
    const ending = await model.ask(question, hear, AbortSignal.any([signal, late, enough.signal]))
    return readLines(answer, ending)
  } catch (error) {
    signal.throwIfAborted()
    const finished = readLines(answer, 'cut')
    if (finished.length > 0 || enough.signal.aborted || late.aborted) return finished
    throw error
  }
}
