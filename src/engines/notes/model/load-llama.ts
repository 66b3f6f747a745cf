import { availableParallelism } from 'node:os'
import { ModelFailure, type Question } from './language-model.ts'

/** What is used of `node-llama-cpp`, which is not installed with Osler: its prebuilt engines take 80 to 700 MB. */
interface LlamaPackage {
  getLlama(options: object): Promise<Llama>
  LlamaChatSession: new (options: object) => Session
}

interface Llama {
  loadModel(options: { modelPath: string }): Promise<Model>
  createGrammarForJsonSchema(schema: object): Promise<object>
  dispose(): Promise<void>
}

interface Model {
  readonly trainContextSize: number
  tokenize(text: string): readonly unknown[]
  createContext(options: { contextSize: number }): Promise<{ readonly contextSize: number; getSequence(): Sequence }>
}

interface Sequence {
  clearHistory(): Promise<void>
}

interface Session {
  setChatHistory(history: object[]): void
  prompt(text: string, options: object): Promise<string>
  dispose(options: { disposeSequence: boolean }): void
}

export interface LoadedLlama {
  windowTokens: number
  countTokens(text: string): number
  ask(question: Question, signal: AbortSignal): Promise<string>
  close(): Promise<void>
}

/**
 * Its threads wait for each other by spinning. On two cores that others use too, 64 tokens of a tiny model took 0.04 s
 * with one thread, 6 s with two and 23 s with as many as it takes by itself.
 */
const MOST_THREADS = Math.max(1, availableParallelism() - 1)

/** A name that is not looked up when types are checked or Osler is installed. */
const PACKAGE: string = 'node-llama-cpp'
const VERSION = '3.21.1'

/** Loads the engine and the model file. Throws `ModelFailure` when either is not there. */
export async function loadLlama(file: string, windowTokens: number): Promise<LoadedLlama> {
  const { getLlama, LlamaChatSession } = await importPackage()
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
    return {
      windowTokens: context.contextSize,
      countTokens: (text) => model.tokenize(text).length,
      ask: async (question, signal) => {
        checkLength(question, context.contextSize, (text) => model.tokenize(text).length)
        await sequence.clearHistory()
        const session = new LlamaChatSession({ contextSequence: sequence, autoDisposeSequence: false })
        try {
          return await converse(session, question, await llama.createGrammarForJsonSchema(question.schema), signal)
        } finally {
          session.dispose({ disposeSequence: false })
        }
      },
      close: () => llama.dispose(),
    }
  } catch (error) {
    throw new ModelFailure('could not be loaded: see OSLER_NOTES_MODEL', { cause: error })
  }
}

async function importPackage(): Promise<LlamaPackage> {
  try {
    return await import(PACKAGE)
  } catch (error) {
    const reason = `needs a package: run "npm install ${PACKAGE}@${VERSION}" where Osler is installed`
    throw new ModelFailure(reason, { cause: error })
  }
}

/** What a chat template adds to a few messages, at most. */
const TEMPLATE_TOKENS = 64

/** The engine would forget the beginning of what is too long, without a word. */
function checkLength({ messages, mostTokens }: Question, windowTokens: number, count: (text: string) => number): void {
  const tokens = messages.reduce((sum, { content }) => sum + count(content), TEMPLATE_TOKENS)
  if (tokens + mostTokens > windowTokens)
    throw new ModelFailure(`was asked ${tokens} tokens, more than its window holds`)
}

function converse(session: Session, question: Question, grammar: object, signal: AbortSignal): Promise<string> {
  const history = question.messages.slice(0, -1).map(({ role, content }) => {
    return role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content }
  })
  session.setChatHistory(history)
  const options = { grammar, signal, maxTokens: question.mostTokens, temperature: 0 }
  return session.prompt(question.messages.at(-1)?.content ?? '', options)
}
