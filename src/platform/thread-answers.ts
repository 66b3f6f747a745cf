import { parentPort } from 'node:worker_threads'
import { type ErrorCode, type ErrorDetails, OslerError } from '../domain/errors.ts'
import { stepBackThread } from './step-back.ts'

/** What a thread can be asked for, by name. Arguments and answers are what structured cloning copies. */
export type AnyTasks = Readonly<Record<string, (...args: never[]) => unknown>>

/** An error of ours does not outlive the copying as what it is. */
type ThrownError = { code: ErrorCode; message: string; details: ErrorDetails } | Error

export type Answer = { value: unknown } | { error: ThrownError }

/** In a thread: does what it is asked for, one task after the other. */
export function answerTasks(tasks: AnyTasks): void {
  stepBackThread()
  parentPort?.on('message', async ({ name, args }: { name: string; args: never[] }) => {
    parentPort?.postMessage(await answer(tasks, name, args))
  })
}

async function answer(tasks: AnyTasks, name: string, args: never[]): Promise<Answer> {
  try {
    return { value: await tasks[name]?.(...args) }
  } catch (error) {
    if (!(error instanceof OslerError)) return { error: error as Error }
    const { code, message, details } = error
    return { error: { code, message, details } }
  }
}

/** On the other side: the error as it was thrown. */
export function readError(error: ThrownError): Error {
  if (error instanceof Error) return error
  return new OslerError(error.code, error.message, error.details)
}
