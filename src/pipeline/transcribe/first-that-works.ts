/**
 * What the first engine that works makes, and which of them it was; undefined where none does: an engine that fails must
 * not cost a recording its words. Throws the signal's reason.
 */
export async function firstThatWorks<Engine, Value>(
  engines: readonly Engine[],
  work: (engine: Engine) => Promise<Value>,
  signal: AbortSignal,
): Promise<{ value: Value; at: number } | undefined> {
  for (const [at, engine] of engines.entries()) {
    try {
      return { value: await work(engine), at }
    } catch {
      signal.throwIfAborted()
    }
  }
  return undefined
}
