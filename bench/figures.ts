/** One figure of the README: what, how much, and what it must reach. */
export function printFigure(what: string, measured: string, goal: string): void {
  console.log(`${what.padEnd(90)} ${measured.padStart(10)}   ${goal}`)
}

/** The value below which the given share (0…1) of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
