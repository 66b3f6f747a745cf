/** Where a new clause begins that a negation in front does not reach. */
const NEW_CLAUSE =
  /\b(but|however|although|though|except|because|yet|(i|he|she|they|you|we|patient) (also |still |only |now )*(have|has|had|am|is|feel|feels|get|gets|got|reports?|complains?)|(i've|i'm|he's|she's|you've|you're))\b/g

/** The words in front of something that belong to its own clause. */
export function lastClauseOf(before: string): string {
  const last = [...before.matchAll(NEW_CLAUSE)].at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}
