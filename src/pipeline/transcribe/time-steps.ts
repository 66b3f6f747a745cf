/** Tells how long each step took when it ends, however it ends. */
export function timeSteps(tell: (name: string, seconds: number) => void) {
  return async <Value>(name: string, step: Promise<Value>): Promise<Value> => {
    const startedMs = performance.now()
    try {
      return await step
    } finally {
      tell(name, (performance.now() - startedMs) / 1000)
    }
  }
}
