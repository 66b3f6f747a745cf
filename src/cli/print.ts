/** Prints data for programs. */
export function printJson(data: unknown): void {
  console.log(JSON.stringify(data, null, 2))
}

/** Prints rows for people, in columns as wide as they need; nothing to show is said. */
export function printTable(head: string[], rows: string[][]): void {
  if (rows.length === 0) rows = [['None.']]
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}
