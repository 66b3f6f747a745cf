/** Texts that occur nowhere else, each told apart from every other. */
export interface Marks {
  /** How many were given out. */
  count(): number
  next(): string
  /** A value with a mark in each of its texts, or in those alone that people write. */
  mark(value: unknown, where: 'all' | 'written', name?: string): unknown
  /** Those that stand in a text. */
  findIn(text: string): string[]
}

/** What stands in a field of this name is a person's words. */
const WRITTEN = /text|name|title|note|content|message|instruction|query|question|prompt|author|label|term|reason|data/i
const MARK = /Quaxmark\d+x/g

export function openMarks(): Marks {
  let given = 0
  const next = () => `Quaxmark${++given}x`
  function mark(value: unknown, where: 'all' | 'written', name = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => mark(each, where, name))
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mark(each, where, key)]))
    const isText = typeof value === 'string' && (where === 'all' || value.includes(' ') || isWritten(name, value))
    return isText ? `${value} ${next()}` : value
  }
  return { count: () => given, next, mark, findIn: (text) => [...new Set(text.match(MARK) ?? [])] }
}

const isWritten = (name: string, value: string) => WRITTEN.test(name) && !/^([A-Z_]+|[\w-]+\/[\w-]+|\W*)$/.test(value)
