import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isFor, isLoadedBy } from '../../src/engines/models/families.ts'
import { listModels } from '../../src/engines/models/model-folders.ts'
import { PYTHON } from '../../src/engines/runtime/python/python-environment.ts'
import { readConfig } from '../../src/server/settings.ts'

/** Word for word, with start and end in milliseconds. */
export type PlainWord = [text: string, startMs: number, endMs: number]

export interface HeardAlone {
  text: string
  words: PlainWord[]
  /** From the path of the recording to its last word. */
  seconds: number
}

/** By default window after window, each with the text before it; batched, eight windows at a time. */
interface AloneOptions {
  language: string
  batched: boolean
}

/** faster-whisper by itself: beam 5, word times, its own finding of speech, all cores, the model that Osler takes. */
export interface FasterWhisper extends AsyncDisposable {
  /** From the start of Python until the model is loaded. */
  loadSeconds: number
  /** One recording at a time. */
  transcribe(file: string, options: AloneOptions): Promise<HeardAlone>
}

const SCRIPT = join(import.meta.dirname, 'faster_whisper_alone.py')

/** Starts it and waits until its model is loaded. */
export async function openFasterWhisper(): Promise<FasterWhisper> {
  const startedMs = performance.now()
  const child = spawn(PYTHON, [SCRIPT, await modelFolder(), String(availableParallelism())], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answer = readAnswers(child)
  await answer()
  return {
    loadSeconds: (performance.now() - startedMs) / 1000,
    async transcribe(file, options) {
      child.stdin.write(`${JSON.stringify({ file, ...options })}\n`)
      return JSON.parse(await answer()) as HeardAlone
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

function readAnswers({ stdout }: ChildProcess): () => Promise<string> {
  if (stdout === null) throw new Error('faster-whisper has no output.')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('faster-whisper ended; what it said stands above.')
    return value
  }
}

async function modelFolder(): Promise<string> {
  const models = await listModels(readConfig(process.env).data)
  const model = models.filter(isFor('speech')).find(isLoadedBy('whisper'))
  if (model === undefined) throw new Error('No model of Whisper is installed: run `npm start` once.')
  return model.folder
}
