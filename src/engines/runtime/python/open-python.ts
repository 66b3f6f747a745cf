import { dirname } from 'node:path'
import { OslerError } from '../../../domain/errors.ts'
import { watchIdle } from '../../../platform/idle-watch.ts'
import { openUrgentLine } from '../urgent-line.ts'
import type { Answers, PythonRequest } from './messages.ts'
import { type PythonProcess, type PythonProgram, type PythonSettings, startPython } from './python-process.ts'

/** A loaded model goes when nothing was heard for so long: the next recording then waits some seconds longer. */
const IDLE_MS = 900_000

/** One Python process, started when it is first asked, and anew when it died. */
export interface Python extends AsyncDisposable {
  /** How many requests it works on at once. */
  readonly workers: number
  /** Starts it where it does not run. Throws what `prepare` throws, and `engine_failed`. */
  start(signal: AbortSignal): Promise<PythonProcess>
  /**
   * Asks, and once more in a new process when that failed. Requests wait in one line for all recordings, in which none is
   * kept waiting by the length of another and what is urgent is in front; what takes a moment waits for nobody. Throws `engine_failed`, or the signal's reason.
   */
  ask<Request extends PythonRequest>(
    request: Request,
    limitMs: number,
    signal: AbortSignal,
    urgency?: number,
  ): Promise<Answers[Request['task']]>
}

/** @param prepare what must hold before a process is started, and what it is started with */
export function openPython(
  workers: number,
  prepare: () => Promise<PythonSettings>,
  program: PythonProgram = {},
): Python {
  const line = openUrgentLine(workers)
  const disposal = new AbortController()
  let starting: Promise<PythonProcess> | undefined
  const idle = watchIdle(IDLE_MS, () => void stop())

  /** Of several that find it dead the first starts another. */
  async function running(): Promise<PythonProcess> {
    const current = starting
    const process = await current?.catch(() => undefined)
    if (process?.isAlive()) return process
    disposal.signal.throwIfAborted()
    if (starting === current) starting = prepare().then((settings) => startPython(settings, program, disposal.signal))
    return starting ?? running()
  }

  async function stop(): Promise<void> {
    idle.stop()
    const current = starting
    starting = undefined
    const process = await current?.catch(() => undefined)
    await process?.close()
  }

  async function askOnce<Request extends PythonRequest>(request: Request, limitMs: number, signal: AbortSignal) {
    signal.throwIfAborted()
    using _ = idle.begin()
    const process = await running()
    return await process.ask(request, limitMs)
  }

  return {
    workers,
    async start(signal) {
      signal.throwIfAborted()
      return running()
    },
    ask(request, limitMs, signal, urgency) {
      const either = AbortSignal.any([signal, disposal.signal])
      const askTwice = () =>
        askOnce(request, limitMs, either).catch((error) => {
          if (!(error instanceof OslerError) || error.code !== 'engine_failed') throw error
          return askOnce(request, limitMs, either)
        })
      return request.task === 'follow' ? askTwice() : line(askTwice, { urgency, owner: recordingOf(request) })
    },
    async [Symbol.asyncDispose]() {
      disposal.abort(new OslerError('engine_failed', 'The speech process was closed.'))
      await stop()
    },
  }
}

/** Channels of a recording lie in one folder. */
function recordingOf(request: Exclude<PythonRequest, { task: 'follow' }>): string {
  return dirname('path' in request ? request.path : (request.windows[0]?.path ?? ''))
}
