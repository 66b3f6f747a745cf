import { open, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Ending, ModelFailure, type Question } from './language-model.ts'

/** What is used of `node-llama-cpp`, which is not installed with Osler: its prebuilt engines are large. */
interface LlamaPackage {
  getLlama(options: object): Promise<Llama>
  LlamaChatSession: new (options: object) => Session
}

interface Llama {
  loadModel(options: { modelPath: string }): Promise<Model>
  dispose(): Promise<void>
}

interface Model {
  readonly trainContextSize: number
  tokenize(text: string): readonly unknown[]
  createContext(options: { contextSize: number }): Promise<{ readonly contextSize: number; getSequence(): object }>
}

interface Session {
  promptWithMeta(text: string, options: object): Promise<{ stopReason: string }>
  dispose(options: { disposeSequence: boolean }): void
}

export interface LoadedLlama {
  windowTokens: number
  countTokens(text: string): number
  ask(question: Question, onText: (text: string) => void, signal: AbortSignal): Promise<Ending>
  close(): Promise<void>
}

/** The model file, and where its engine lies. */
export interface LlamaPlace {
  file: string
  folder: string
  windowTokens: number
}

/**
 * Its threads wait for each other by spinning. On two cores that others use too, 64 tokens of a tiny model took 0.04 s
 * with one thread, 6 s with two and 23 s with as many as it takes by itself.
 */
const MOST_THREADS = Math.max(1, availableParallelism() - 1)

/** Loads the engine and the model file. Throws `ModelFailure` with what is wrong when that cannot be done. */
export async function loadLlama({ file, folder, windowTokens }: LlamaPlace): Promise<LoadedLlama> {
  await checkFile(file)
  const { getLlama, LlamaChatSession } = await importPackage(folder)
  try {
    const llama = await getLlama({
      build: 'never',
      maxThreads: MOST_THREADS,
      logLevel: 'disabled',
      progressLogs: false,
    })
    const model = await llama.loadModel({ modelPath: file })
    const context = await model.createContext({ contextSize: Math.min(windowTokens, model.trainContextSize) })
    const sequence = context.getSequence()
    const count = (text: string) => model.tokenize(text).length
    return {
      windowTokens: context.contextSize,
      countTokens: count,
      async ask(question, onText, signal) {
        checkLength(question, context.contextSize, count)
        // What the sequence holds of the question before is kept as far as the two are the same.
        const session = new LlamaChatSession({
          ...{ contextSequence: sequence, autoDisposeSequence: false, systemPrompt: '' },
        })
        try {
          return await converse(session, question, onText, signal)
        } finally {
          session.dispose({ disposeSequence: false })
        }
      },
      close: () => llama.dispose(),
    }
  } catch (error) {
    throw new ModelFailure(`could not be loaded from OSLER_NOTES_MODEL: ${causeOf(error)}`, { cause: error })
  }
}

/** What every GGUF file begins with. */
const MAGIC = 'GGUF'

/** Says in our words what the engine would say in numbers, and whether there is memory for it before that is taken. */
async function checkFile(file: string): Promise<void> {
  const refuse = (why: string) => new ModelFailure(`could not be loaded from OSLER_NOTES_MODEL: ${why}`)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw refuse('there is no such file')
  await using handle = await open(file).catch(() => {
    throw refuse('the file may not be read')
  })
  const { buffer } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
  if (buffer.toString('latin1') !== MAGIC) throw refuse('it is no GGUF file')
  // The least that it takes: docs/models.md tells what it took.
  const free = process.availableMemory()
  if (found.size > free)
    throw refuse(`it needs more than ${inMegabytes(found.size)} MB of memory, and ${inMegabytes(free)} MB are free`)
}

const inMegabytes = (bytes: number) => Math.round(bytes / 1e6)

/** No patient was spoken of yet: what the engine says is about the file and the machine. */
function causeOf(error: unknown): string {
  const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return said.trim().slice(0, 200).replace(/\.$/, '') || 'the engine does not say why'
}

/** From its own folder, or from where somebody installed it among the packages of Osler. */
async function importPackage(folder: string): Promise<LlamaPackage> {
  // A name that is not looked up when types are checked or Osler is installed.
  const places: string[] = [
    pathToFileURL(join(folder, 'node_modules/node-llama-cpp/dist/index.js')).href,
    'node-llama-cpp',
  ]
  let failure: unknown
  for (const place of places) {
    try {
      return await import(place)
    } catch (error) {
      failure ??= error
    }
  }
  throw new ModelFailure('needs an engine: run "osler models pull llama"', { cause: failure })
}

/** What a chat template adds to a question, at most. */
const TEMPLATE_TOKENS = 64

/** The engine would forget the beginning of what is too long, without a word. */
function checkLength({ prompt, mostTokens }: Question, windowTokens: number, count: (text: string) => number): void {
  const tokens = count(prompt) + TEMPLATE_TOKENS
  if (tokens + mostTokens > windowTokens)
    throw new ModelFailure(`was asked ${tokens} tokens, more than its window holds`)
}

async function converse(
  session: Session,
  { prompt, mostTokens }: Question,
  onTextChunk: (text: string) => void,
  signal: AbortSignal,
): Promise<Ending> {
  const options = { signal, maxTokens: mostTokens, temperature: 0, onTextChunk }
  const { stopReason } = await session.promptWithMeta(prompt, options)
  return stopReason === 'maxTokens' ? 'cut' : 'whole'
}
