/** A time in which somebody speaks. */
export interface Span {
  startMs: number
  endMs: number
}

/** Finds where somebody speaks. Adding an engine: one file here, one line in registry.ts. */
export interface SpeechFinder extends AsyncDisposable {
  readonly name: string

  /** The spans of speech in a scratch file, in time order, without overlap. Throws what the process behind it throws. */
  find(path: string, durationMs: number, signal: AbortSignal): Promise<Span[]>
}
