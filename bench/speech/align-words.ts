/** The pairs of equal words in a least-cost alignment of two rows (Levenshtein), as their places. */
export function alignWords(
  reference: readonly string[],
  heard: readonly string[],
): [reference: number, heard: number][] {
  const width = heard.length + 1
  const costs = new Uint32Array((reference.length + 1) * width)
  for (let column = 0; column < width; column++) costs[column] = column
  for (let row = 1; row <= reference.length; row++) {
    costs[row * width] = row
    for (let column = 1; column < width; column++) {
      const isSame = reference[row - 1] === heard[column - 1]
      costs[row * width + column] = Math.min(
        (costs[(row - 1) * width + column - 1] as number) + (isSame ? 0 : 1),
        (costs[(row - 1) * width + column] as number) + 1,
        (costs[row * width + column - 1] as number) + 1,
      )
    }
  }
  const pairs: [number, number][] = []
  let [row, column] = [reference.length, heard.length]
  while (row > 0 && column > 0) {
    const cost = costs[row * width + column] as number
    const isSame = reference[row - 1] === heard[column - 1]
    if (cost === (costs[(row - 1) * width + column - 1] as number) + (isSame ? 0 : 1)) {
      if (isSame) pairs.unshift([row - 1, column - 1])
      row--
      column--
    } else if (cost === (costs[(row - 1) * width + column] as number) + 1) row--
    else column--
  }
  return pairs
}
