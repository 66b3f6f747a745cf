/** A duration as people say it: `0.5 s`, `42 s`, `11 min 2 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`
  const seconds = Math.round(ms / 1000)
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ]
  return parts.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}` : [])).join(' ')
}

/** A duration beside a limit that it is not: to the millisecond where it would else read like that, `0.98 s` for a limit of 1 s. */
export function formatBeside(ms: number, limitMs: number): string {
  const rounded = formatDuration(ms)
  return rounded === formatDuration(limitMs) ? `${ms / 1000} s` : rounded
}

/** `1:05`, and `1:02:03` from an hour on. */
export const formatClock = (ms: number) =>
  new Date(ms)
    .toISOString()
    .slice(ms < 3_600_000 ? 14 : 11, 19)
    .replace(/^0/, '')
