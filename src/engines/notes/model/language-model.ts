/** What is asked of a model. */
export interface Question {
  prompt: string
  /** The answer ends after so many tokens, finished or not. */
  mostTokens: number
}

/** Whether an answer came to its end, or was cut off before. */
export type Ending = 'whole' | 'cut'

/** A language model that answers in text, wherever it runs. */
export interface LanguageModel extends AsyncDisposable {
  /** `openai`, as the note's writer is called. */
  readonly name: string
  /** What the operator named: a model of the server, or a file. */
  readonly model: string
  /** How many questions of one document it is asked together. */
  readonly atOnce: number
  /** The tokens that question and answer may have together. Throws `ModelFailure`. */
  windowTokens(signal: AbortSignal): Promise<number>
  /** Throws `ModelFailure` when the server does not answer, or the file cannot be loaded. */
  checkHealth(signal: AbortSignal): Promise<void>
  /** How many tokens a text has at most. */
  countTokens(text: string): number
  /**
   * Hands on what it answers as it comes. Throws `ModelFailure` when nothing came, and the signal's reason when that is
   * aborted.
   */
  ask(question: Question, onText: (text: string) => void, signal: AbortSignal): Promise<Ending>
}

/** A model that gave nothing to use. PATIENT DATA: the reason is one of our own sentences, never the model's. */
export class ModelFailure extends Error {
  /** Goes on after "the language model": `could not be reached`. */
  readonly reason: string

  constructor(reason: string, options?: { cause: unknown }) {
    super(`The language model ${reason}.`, options)
    this.name = 'ModelFailure'
    this.reason = reason
  }
}

/** English letters to a token, on the careful side: the tokenizers of current models have about four. */
const LETTERS_PER_TOKEN = 2.5

/**
 * The most tokens that a text can have where its tokenizer is not at hand: byte-level tokenizers need a byte a token at
 * worst, which other scripts come near to.
 */
export function estimateTokens(text: string): number {
  const bytes = Buffer.byteLength(text)
  const ascii = text.length - text.replace(/[\x20-\x7e\n]/g, '').length
  return Math.ceil(ascii / LETTERS_PER_TOKEN) + (bytes - ascii)
}
