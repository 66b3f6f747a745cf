/**
 * The same function, which works out each list of words once for as long as somebody has it: a statement is held against
 * the same evidence again for everything that it says.
 */
export function once<Value>(read: (words: readonly string[]) => Value): (words: readonly string[]) => Value {
  const known = new WeakMap<readonly string[], { value: Value }>()
  return (words) => {
    const before = known.get(words)
    if (before) return before.value
    const value = read(words)
    known.set(words, { value })
    return value
  }
}
