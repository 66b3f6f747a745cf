/** How likely the one role is, and how likely the other. */
export type Chances = [first: number, second: number]

/**
 * The likelihood of the first role at each place of a chain, given what each place says by itself and how likely the role
 * changes between neighbors (0…1): the forward-backward algorithm (Rabiner 1989) with two states.
 */
export function smooth(places: readonly Chances[], changes: readonly number[]): number[] {
  const forward = walk(places, changes)
  const backward = walk(places.toReversed(), changes.toReversed()).reverse()
  return places.map((own, at) => {
    const [first, second] = combine(forward[at] as Chances, backward[at] as Chances)
    return normalize([first / own[0], second / own[1]])[0]
  })
}

/** What each place and those before it say together. */
function walk(places: readonly Chances[], changes: readonly number[]): Chances[] {
  const walked: Chances[] = []
  for (const [at, own] of places.entries()) {
    const before = walked.at(-1)
    walked.push(normalize(before ? combine(step(before, changes[at - 1] as number), own) : own))
  }
  return walked
}

const step = ([first, second]: Chances, change: number): Chances => [
  first * (1 - change) + second * change,
  second * (1 - change) + first * change,
]

const combine = (one: Chances, other: Chances): Chances => [one[0] * other[0], one[1] * other[1]]

function normalize([first, second]: Chances): Chances {
  return [first / (first + second), second / (first + second)]
}
