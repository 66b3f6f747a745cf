/** Reads what a key stands for; who asks while it is being read gets the next reading, which begins after that one. */
export type SharedReading<Value> = (key: string, read: () => Promise<Value>) => Promise<Value>

interface Line<Value> {
  current?: Promise<unknown> | undefined
  next?: Promise<Value> | undefined
}

/** What many want to read at one moment is read once. Nobody gets what was read before they asked. */
export function openSharedReading<Value>(): SharedReading<Value> {
  const lines = new Map<string, Line<Value>>()
  return (key, read) => {
    const line: Line<Value> = lines.get(key) ?? {}
    lines.set(key, line)
    async function readNext(): Promise<Value> {
      await line.current
      const reading = read()
      line.next = undefined
      line.current = reading.then(
        () => {},
        () => {},
      )
      void line.current.then(() => {
        if (line.next === undefined) lines.delete(key)
      })
      return reading
    }
    line.next ??= readNext()
    return line.next
  }
}
