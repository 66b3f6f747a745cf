const WIDTH = 30

export interface ProgressBar {
  /** `share` is 0…1. */
  show(share: number): void
  clear(): void
}

/** A bar on stderr when that is a terminal, and nothing in a pipe. */
export function openProgressBar(label: string): ProgressBar {
  const { stderr } = process
  if (!stderr.isTTY) return { show() {}, clear() {} }
  return {
    show(share) {
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
      stderr.write(`\r${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %`)
    },
    clear: () => void stderr.write('\r\x1b[K'),
  }
}
