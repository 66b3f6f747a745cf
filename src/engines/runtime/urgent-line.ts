interface Waiting {
  urgency: number
  owner: string
  start(): void
}

interface Place {
  /** As in `URGENCY`. */
  urgency?: number | undefined
  /** Whose work it is. */
  owner?: string
}

/**
 * So much work at a time. What waits is begun the most urgent first, then whose owner has the least under way, and of that
 * the earliest: a short recording beside long ones waits until a piece of theirs has ended, not until all that they sent has.
 */
export type UrgentLine = <Value>(work: () => Promise<Value>, place?: Place) => Promise<Value>

/** Somebody waits for every word of what is said now; a recording may take its time. */
export const URGENCY = { recording: 0, better: 1, partial: 2, final: 3, hurried: 3 } as const

export function openUrgentLine(atOnce: number): UrgentLine {
  const waiting: Waiting[] = []
  const underWay: string[] = []

  const goesBefore = (one: Waiting, other: Waiting) =>
    other.urgency - one.urgency || countOf(one.owner) - countOf(other.owner)
  const countOf = (owner: string) => underWay.filter((each) => each === owner).length

  function startNext(): void {
    // What waits longest stands first, and stays there among equals.
    const next = underWay.length < atOnce && waiting.toSorted(goesBefore)[0]
    if (!next) return
    waiting.splice(waiting.indexOf(next), 1)
    underWay.push(next.owner)
    next.start()
  }

  return async (work, { urgency = URGENCY.recording, owner = '' } = {}) => {
    await new Promise<void>((start) => {
      waiting.push({ urgency, owner, start })
      startNext()
    })
    try {
      return await work()
    } finally {
      underWay.splice(underWay.indexOf(owner), 1)
      startNext()
    }
  }
}
