const UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SPOKEN = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
  ...(['nought', 'naught'] as const).map((word) => [word, 0] as const),
])

export interface ReadNumber {
  value: number
  /** How many words it takes. */
  taken: number
}

/**
 * The number that begins a row of plain words: "one hundred and twenty over" is 120 in four words, "one forty" 140 in
 * two, "ninety eight point six" 98.6 in four. Undefined when they begin with none.
 */
export function readNumber(words: readonly string[]): ReadNumber | undefined {
  const whole = readWhole(words)
  if (whole === undefined || words[whole.taken] !== 'point') return whole
  const digits = words.slice(whole.taken + 1).map((word) => numberOf(word))
  const end = digits.findIndex((digit) => digit === undefined || digit > 9)
  const decimals = digits.slice(0, end < 0 ? digits.length : end).join('')
  if (decimals === '') return whole
  return { value: Number(`${whole.value}.${decimals}`), taken: whole.taken + 1 + decimals.length }
}

function readWhole(words: readonly string[]): ReadNumber | undefined {
  let value = numberOf(words[0] ?? '')
  if (value === undefined) return undefined
  let taken = 1
  for (;;) {
    const isJoined = words[taken] === 'and' && numberOf(words[taken + 1] ?? '') !== undefined
    const at = isJoined ? taken + 1 : taken
    // "Four hundred three times a day", "five hundred two tablets": how much, and how often or how many.
    if (!isJoined && value >= 100 && COUNTED.test(words[at + 1] ?? '') && (numberOf(words[at] ?? '') ?? 20) < 20)
      return { value, taken }
    const more = add(value, words[at] ?? '')
    if (more === undefined) return { value, taken }
    value = more
    taken = at + 1
  }
}

const COUNTED = /^(?:times|tablets?|tabs?|capsules?|caps?|pills?|puffs?|drops?|sprays?)$/

/** The number when another word follows it; undefined when that word begins something else. */
function add(value: number, word: string): number | undefined {
  if (word === 'hundred') return timesHundred(value)
  if (word === 'thousand') return value < 1000 ? value * 1000 : undefined
  const next = /^\d/.test(word) ? undefined : numberOf(word)
  if (next === undefined) return undefined
  if (value >= 100 && value % 100 === 0 && next < (value % 1000 === 0 ? 1000 : 100)) return value + next
  if (value >= 20 && value % 10 === 0 && next > 0 && next < 10) return value + next
  // "One forty" and "one twelve" are how people say 140 and 112.
  return value > 0 && value < 10 && next >= 10 ? value * 100 + next : undefined
}

/** "Two hundred" is 200, and of "one thousand two hundred" the two are hundreds. */
function timesHundred(value: number): number | undefined {
  const last = value % 1000
  if (value < 1000) return value * 100
  return last > 0 && last < 10 ? value - last + last * 100 : undefined
}

function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) {
    if (/^\d{1,3}(,\d{3})+$/.test(word)) return Number(word.replaceAll(',', ''))
    return /^\d+([.,]\d+)?$/.test(word) ? Number(word.replace(',', '.')) : undefined
  }
  const dash = word.indexOf('-')
  if (dash < 0) return SPOKEN.get(word)
  const ten = SPOKEN.get(word.slice(0, dash))
  return ten === undefined ? undefined : ten + Math.max(0, UNITS.indexOf(word.slice(dash + 1)))
}
