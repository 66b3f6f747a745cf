import type { Errors } from '../score/word-errors.ts'

/** Errors of all recordings together, as a share of all their words. */
export function errorRate(counts: readonly Errors[]): number {
  const total = (key: keyof Errors) => counts.reduce((sum, count) => sum + count[key], 0)
  return total('errors') / total('words')
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
export const times = (ratio: number) => `${ratio.toFixed(2)} ×`
