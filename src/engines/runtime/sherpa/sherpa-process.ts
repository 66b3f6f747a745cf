import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OslerError } from '../../../domain/errors.ts'
import { childEnvironment } from '../../../platform/child-environment.ts'
import { confineRecognizer } from '../../../platform/confine.ts'
import { stepBack } from '../../../platform/step-back.ts'
import type { InstalledModel } from '../../models/model.ts'
import type { EngineProcess } from '../process-pool.ts'
import { checkMemory } from './check-memory.ts'
import type { DetectJob, DiarizeJob, Heard, HeardTurn, HearJob, Task } from './messages.ts'

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))
/** Large models come from slow disks. */
const LOAD_MS = 180_000
/** What takes this many times the length of the sound hangs. */
const SLOWEST = 10
const START_MS = 30_000

/** sherpa-onnx with a model loaded, for one job at a time. */
export interface SherpaProcess extends EngineProcess {
  /** All throw `engine_failed` when the process died or hangs; close it then. */
  hear(job: HearJob): Promise<Heard>
  diarize(job: DiarizeJob): Promise<HeardTurn[]>
  /** Spans of speech. */
  detect(job: DetectJob): Promise<{ startMs: number; endMs: number }[]>
}

/**
 * Starts a process and waits until the model is loaded. Throws `engine_failed` when memory is short for it, and
 * `model_damaged` when it cannot be loaded: sherpa-onnx ends the process then, as it does with a model of another family.
 */
export async function startSherpa(task: Task, model: InstalledModel, config: object): Promise<SherpaProcess> {
  checkMemory(model)
  // Node's own channel goes on through the programs that confine.
  const [execPath = process.execPath, ...execArgv] = [...(await confineRecognizer()).words, process.execPath]
  const child = fork(WORKER, [task, JSON.stringify(config)], {
    // PATIENT DATA: what native code writes may hold words that were said or expected, so nobody reads it.
    ...{ stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', execPath, execArgv },
    env: childEnvironment(),
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  stepBack(child)
  const close = async () => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    await answer(child, LOAD_MS)
  } catch {
    await close()
    const why = 'its files are damaged or of another family, or memory ran out'
    throw new OslerError('model_damaged', `The model ${model.name} cannot be loaded: ${why}.`)
  }
  const ask = <Value>(job: HearJob | DiarizeJob | DetectJob, lengthMs: number): Promise<Value> => {
    const answered = answer<Value>(child, START_MS + lengthMs * SLOWEST)
    child.send(job, () => {})
    return answered
  }
  return {
    hear: (job) => ask(job, job.endMs - job.startMs),
    diarize: (job) =>
      ask(
        job,
        job.segments.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
      ),
    detect: (job) => ask(job, job.durationMs),
    close,
  }
}

/** The next message of the process. Throws `engine_failed` when it ends or says nothing for so long. */
function answer<Message>(child: ChildProcess, timeoutMs: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('hangs'), timeoutMs)
    const settle = () => {
      clearTimeout(timer)
      child.off('message', take).off('close', readEnd).off('error', readEnd)
    }
    const take = (message: unknown) => {
      settle()
      resolve(message as Message)
    }
    const fail = (what: string) => {
      settle()
      reject(new OslerError('engine_failed', `sherpa-onnx ${what}.`))
    }
    const readEnd = () => fail(`ended with ${child.exitCode ?? child.signalCode ?? 'no reason'}`)
    if (!child.connected) return readEnd()
    child.on('message', take).on('close', readEnd).on('error', readEnd)
  })
}
