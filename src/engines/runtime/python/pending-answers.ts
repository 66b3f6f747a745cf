import { OslerError } from '../../../domain/errors.ts'

/** What came of a request: a result, or the class of the error that Python met. */
export interface Outcome {
  result?: unknown
  error?: string
}

interface Pending {
  resolve(result: never): void
  reject(error: OslerError): void
  timer: NodeJS.Timeout
}

/** Answers that a process still owes, by the numbers of their requests. */
export function openPendingAnswers() {
  const pending = new Map<number, Pending>()
  let failure: OslerError | undefined

  function take(id: number): Pending | undefined {
    const one = pending.get(id)
    clearTimeout(one?.timer)
    pending.delete(id)
    return one
  }

  return {
    /** Rejects when all have failed, and has `onLate` called when nothing comes within the limit. */
    wait<Result>(id: number, limitMs: number, onLate: () => void): Promise<Result> {
      if (failure) return Promise.reject(failure)
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, timer: setTimeout(onLate, limitMs) })
      })
    },
    settle(id: number, { result, error }: Outcome): void {
      const one = take(id)
      if (error === undefined) one?.resolve(result as never)
      else one?.reject(new OslerError('engine_failed', `The speech process met an error (${error}).`))
    },
    /** The first reason stays. */
    failAll(reason: OslerError): void {
      failure ??= reason
      for (const id of [...pending.keys()]) take(id)?.reject(failure)
    },
  }
}
