interface Waiting {
  urgency: number
  start(): void
}

/** So much work at a time. What waits is begun the most urgent first, and of that the earliest. */
export type UrgentLine = <Value>(work: () => Promise<Value>, urgency?: number) => Promise<Value>

/** Somebody waits for every word of what is said now; a recording may take its time. */
export const URGENCY = { recording: 0, partial: 1, final: 2 } as const

export function openUrgentLine(atOnce: number): UrgentLine {
  const waiting: Waiting[] = []
  let active = 0

  function startNext(): void {
    if (active >= atOnce || waiting.length === 0) return
    const most = Math.max(...waiting.map(({ urgency }) => urgency))
    const [next] = waiting.splice(
      waiting.findIndex(({ urgency }) => urgency === most),
      1,
    )
    active++
    next?.start()
  }

  return async (work, urgency = URGENCY.recording) => {
    await new Promise<void>((start) => {
      waiting.push({ urgency, start })
      startNext()
    })
    try {
      return await work()
    } finally {
      active--
      startNext()
    }
  }
}
