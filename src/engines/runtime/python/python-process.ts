import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { OslerError } from '../../../domain/errors.ts'
import { childEnvironment } from '../../../platform/child-environment.ts'
import { confineRecognizer } from '../../../platform/confine.ts'
import { stepBack } from '../../../platform/step-back.ts'
import type { Answers, PythonMessage, PythonRequest } from './messages.ts'
import { openPendingAnswers } from './pending-answers.ts'
import { PYTHON } from './python-environment.ts'

const WORKER = fileURLToPath(new URL('./worker.py', import.meta.url))
/** Large models come from slow disks. */
const LOAD_MS = 180_000
/** worker.py tells every two seconds that it lives. */
const SILENCE_MS = 30_000
/** With an arena for each thread the process keeps a tenth more memory than it uses. */
const MALLOC_ARENA_MAX = '2'
/** The request that stands for the start itself. */
const START = 0

/** What the process is started with. */
export interface PythonSettings {
  /** The folder of a model; without one it finds speech alone. */
  model?: string
  /** `auto` takes a graphics card where there is one. */
  device: 'auto' | 'cpu' | 'cuda'
  threads: number
  /** Requests that it works on at once. */
  workers: number
  memoryBytes: number
}

/** What runs, and how long it may say nothing; only tests give others. */
export interface PythonProgram {
  interpreter?: string
  worker?: string
  silenceMs?: number
}

/** Whisper and Silero in Python, for several requests at once. */
export interface PythonProcess {
  /** What the model computes on. */
  device: 'cpu' | 'cuda'
  /** Throws `engine_failed` when the process died, hangs, wrote nonsense or took longer than `limitMs`. */
  ask<Request extends PythonRequest>(request: Request, limitMs: number): Promise<Answers[Request['task']]>
  isAlive(): boolean
  close(): Promise<void>
}

/**
 * Starts the process and waits until its model is loaded. Throws `engine_failed` when it does not come up, and the
 * signal's reason when it aborts before.
 */
export async function startPython(
  settings: PythonSettings,
  { interpreter = PYTHON, worker = WORKER, silenceMs = SILENCE_MS }: PythonProgram = {},
  signal?: AbortSignal,
): Promise<PythonProcess> {
  signal?.throwIfAborted()
  // PATIENT DATA: what Python and native code write to stderr may hold what was said, so nobody reads it.
  const { words } = await confineRecognizer()
  signal?.throwIfAborted()
  const [program = interpreter, ...more] = [...words, interpreter, '-I', worker, JSON.stringify(settings)]
  const child = spawn(program, more, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: childEnvironment({ MALLOC_ARENA_MAX }),
  })
  const pending = openPendingAnswers()
  const fail = (what: string) => {
    pending.failAll(new OslerError('engine_failed', `The speech process ${what}.`))
    child.kill('SIGKILL')
  }
  const ended = watchEnd(child, fail)
  child.stdin.on('error', () => fail('reads no more'))
  stepBack(child)
  let silence: NodeJS.Timeout | undefined
  readMessages(child, fail, (message) => {
    clearTimeout(silence)
    silence = setTimeout(() => fail('hangs and was ended'), silenceMs).unref()
    if ('ready' in message) pending.settle(START, { result: message.ready })
    else if ('id' in message) pending.settle(message.id, message)
  })
  let next = START
  const wait = <Result>(limitMs: number) =>
    pending.wait<Result>(next, limitMs, () => fail('took too long and was ended'))
  const giveUp = () => fail('was closed')
  signal?.addEventListener('abort', giveUp)
  const { device } = await wait<{ device: PythonProcess['device'] }>(LOAD_MS).catch(async (error) => {
    await ended
    signal?.throwIfAborted()
    throw neverReady(error)
  })
  signal?.removeEventListener('abort', giveUp)
  return {
    device,
    ask<Request extends PythonRequest>(request: Request, limitMs: number) {
      next++
      const answer = wait<Answers[Request['task']]>(limitMs)
      child.stdin.write(`${JSON.stringify({ id: next, ...request })}\n`)
      return answer
    },
    isAlive: () => child.exitCode === null && child.signalCode === null && !child.killed,
    async close() {
      clearTimeout(silence)
      fail('was closed')
      await ended
    },
  }
}

/** What comes of a start is told with what to do about it: the process itself may say nothing. */
function neverReady(error: OslerError): OslerError {
  const todo = '`npm start` mends its Python environment; where that is whole, memory is short'
  return new OslerError('engine_failed', `${error.message} It was not ready yet: ${todo}.`)
}

/** What confines it ends with these where there is no interpreter, or none that may be run. */
const NOT_STARTED = new Set([126, 127])

function watchEnd(child: ChildProcess, fail: (what: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = (what: string) => {
      fail(what)
      resolve()
    }
    const missing = () => end('could not be started')
    child.once('error', missing)
    child.once('close', (code, signal) =>
      NOT_STARTED.has(code ?? 0) ? missing() : end(`ended with ${code ?? signal}`),
    )
  })
}

function readMessages(
  child: ChildProcess & { stdout: NodeJS.ReadableStream },
  fail: (what: string) => void,
  take: (message: PythonMessage) => void,
): void {
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      take(JSON.parse(line) as PythonMessage)
    } catch {
      fail('wrote what is no answer')
    }
  })
}
