/** The rows of a CSV file with a header line, by column; a quoted field may have commas, line ends and doubled quotes. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, separator, quoted, plain] of text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)) {
    if (separator?.includes('\n')) rows.push([])
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  const [head = [], ...body] = rows
  return body
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(head.map((name, at) => [name.replace(/^\uFEFF/, ''), row[at] ?? ''])))
}
