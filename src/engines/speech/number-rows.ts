/** A whole number below 2 ** 53, and how often. */
export type NumberRow = [key: number, count: number]

/** Rows in the order of their keys as bytes: each key as its distance from the one before, and its count, seven bits a byte. */
export function packRows(rows: Iterable<NumberRow>): Buffer {
  const bytes: number[] = []
  let before = 0
  for (const [key, count] of rows) {
    pushNumber(bytes, key - before)
    pushNumber(bytes, count)
    before = key
  }
  return Buffer.from(bytes)
}

export const inOrder = (rows: Iterable<NumberRow>): NumberRow[] => [...rows].sort(([a], [b]) => a - b)

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** Reads such rows from a place on, as many as are asked for at a time. */
export function openRows(bytes: Buffer, start: number) {
  let at = start
  const next = () => {
    let [value, factor, byte] = [0, 1, 0]
    do {
      byte = bytes[at++] ?? 0
      value += (byte % 128) * factor
      factor *= 128
    } while (byte >= 128)
    return value
  }
  return function* (count: number): Generator<NumberRow> {
    let key = 0
    for (let index = 0; index < count; index++) {
      key += next()
      yield [key, next()]
    }
  }
}
