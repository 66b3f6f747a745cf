const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, 20 + 10 * at]),
)
const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at) => [word, at + 1]),
)
const POWERS = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
])
const FILLERS = /^(h?mm+|hm+|mhm|u+h+|u+m+|uhm|er+m?|ah+|eh)$/

/** A number with the place behind it; `isOrdinal` ends it. */
interface Read {
  value: number
  end: number
  isOrdinal: boolean
}

/**
 * The numbers of a text, each once, written or said: "120/80", "a hundred and twenty", "three point five", "nine oh two" and
 * "twenty twenty" as people mean them.
 */
export function numbersIn(text: string): Set<string> {
  const plain = text
    .toLowerCase()
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/(?<=\d)[/:-](?=\d)/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/(?<!\d)\.(?=\d)/g, ' 0.')
    .replace(/[^a-z0-9.' ]+/g, ' ')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
  const words = plain.split(/\s+/).filter((word) => word !== '' && !FILLERS.test(word))
  const found = joinDigits(readNumbers(words)).flatMap((word) => word.match(/\d+(?:\.\d+)?/g) ?? [])
  return new Set(found.map((number) => String(Number(number))))
}

const isDigit = (word: string | undefined) => (SMALL.get(word ?? '') ?? 10) < 10
const isOh = (word: string | undefined) => word === 'oh' || word === 'o'

function readNumbers(words: readonly string[]): string[] {
  const written: string[] = []
  for (let at = 0; at < words.length; ) {
    const row = readRow(words, at, /^\d+$/.test(written.at(-1) ?? ''))
    const number = row ? undefined : readNumber(words, at)
    written.push(row ?? number?.text ?? writeOrdinal(words[at] as string))
    at = row ? at + row.length : (number?.end ?? at + 1)
  }
  return written
}

/** "second" may be of time. */
function writeOrdinal(word: string): string {
  const value = word === 'second' ? undefined : ORDINALS.get(word)
  return value === undefined ? word : `${value}th`
}

/** Digits that are said one by one, two at least; "oh" is one behind a number. */
function readRow(words: readonly string[], start: number, isBehindNumber: boolean): string | undefined {
  if (!isDigit(words[start]) && !(isOh(words[start]) && isBehindNumber && isDigit(words[start + 1]))) return undefined
  let row = ''
  for (let at = start; isDigit(words[at]) || isOh(words[at]); at++) {
    row += SMALL.get(words[at] as string) ?? 0
  }
  return row.length > 1 ? row : undefined
}

function readBelowHundred(words: readonly string[], at: number): Read | undefined {
  const tens = TENS.get(words[at] ?? '')
  const small = SMALL.get(words[at] ?? '')
  if (tens === undefined) return small === undefined ? undefined : { value: small, end: at + 1, isOrdinal: false }
  const [ones, ordinal] = [SMALL.get(words[at + 1] ?? '') ?? 0, ORDINALS.get(words[at + 1] ?? '') ?? 0]
  if (ones > 0 && ones < 10) return { value: tens + ones, end: at + 2, isOrdinal: false }
  if (ordinal > 0 && ordinal < 10) return { value: tens + ordinal, end: at + 2, isOrdinal: true }
  return { value: tens, end: at + 1, isOrdinal: false }
}

function readNumber(words: readonly string[], start: number): { text: string; end: number } | undefined {
  const isAHundred = words[start] === 'a' && POWERS.has(words[start + 1] ?? '')
  const first = isAHundred ? { value: 1, end: start + 1, isOrdinal: false } : readBelowHundred(words, start)
  if (first === undefined) return undefined
  const whole = readPowers(words, first)
  let { value, end } = whole
  // A year, or a pressure as it is read: "twenty twenty", "one twenty".
  const second = whole.hasPower || whole.isOrdinal ? undefined : readBelowHundred(words, end)
  if (second && !second.isOrdinal && second.value >= 10 && value > 0) {
    value = value * 100 + second.value
    end = second.end
  }
  if (whole.isOrdinal) return { text: `${value}th`, end }
  if (words[end] !== 'point' || !SMALL.has(words[end + 1] ?? '')) return { text: String(value), end }
  let text = `${value}.`
  for (end++; SMALL.has(words[end] ?? ''); end++) text += SMALL.get(words[end] as string)
  return { text, end }
}

/** "two thousand three hundred and five": what stands before a power of ten is multiplied, what stands behind it added. */
function readPowers(words: readonly string[], first: Read): Read & { hasPower: boolean } {
  let [sum, part, at] = [0, first.value, first.end]
  let { isOrdinal } = first
  let hasPower = false
  while (!isOrdinal) {
    const power = POWERS.get(words[at] ?? '')
    if (power !== undefined) {
      if (power === 100) part *= 100
      else [sum, part] = [sum + part * power, 0]
      hasPower = true
      at++
      continue
    }
    const more = hasPower ? readBelowHundred(words, words[at] === 'and' ? at + 1 : at) : undefined
    if (more === undefined) break
    part += more.value
    at = more.end
    isOrdinal = more.isOrdinal
  }
  return { value: sum + part, end: at, isOrdinal, hasPower }
}

/** "9 0 2" and "902" are two ways to write what is read digit by digit. */
function joinDigits(words: readonly string[]): string[] {
  const joined: string[] = []
  let isOpen = false
  for (const word of words) {
    const isSingle = /^\d$/.test(word)
    if (isSingle && isOpen) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
    isOpen = isSingle
  }
  return joined
}
