import { type Formatted, type FormattingRule, formatAs, tail } from '../../formatting/formatting-rule.ts'
import { readNumber } from '../numbers.ts'
import { formatOrdinal, readOrdinal } from './ordinals.ts'

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
const BEFORE_DATE = /^(on|in|since|until|till|of|by|before|after|from|last|this|next)$/
const BEFORE_MONTH = /^(in|since|until|till|of|last|this|next|early|late|mid)$/
const BEFORE_YEAR =
  /^(in|since|from|until|till|of|during|by|around|about|back|before|after|year|late|early|january|february|march|april|may|june|july|august|september|october|november|december)$/
/** What may stand behind "January the sixth"; "January the first test" names no day. */
const BEHIND_DAY =
  /^(at|and|or|to|until|till|when|because|so|but|i|he|she|it|we|they|you|my|for|with|in|from|around|about)$/
const LAST_DAY = 31

interface Day {
  value: number
  taken: number
  isOrdinal: boolean
}

/** "The third of March twenty twenty four" is "the 3rd of March 2024". "Second may" and "first march" are no dates. */
export const formatDayFirst: FormattingRule = ({ words }) => {
  const day = readOrdinal(words)
  if (!day || day.value > LAST_DAY) return undefined
  const isJoined = words[day.taken] === 'of'
  const [month = '', ...rest] = words.slice(day.taken + Number(isJoined))
  if (!MONTHS.has(month)) return undefined
  const year = readYear(rest)
  if (!isJoined && !year && isVerb(month)) return undefined
  return [
    { text: formatOrdinal(day.value), from: day.taken },
    ...(isJoined ? formatAs('of', 1) : []),
    ...formatAs(capital(month), 1),
    ...(year ? formatAs(String(year.value), year.taken) : []),
  ]
}

/** "May third twenty twenty five" is "May 3, 2025". "May" alone is as often a verb. */
export const formatDate: FormattingRule = (place) => {
  const [month = '', ...rest] = place.words
  if (!MONTHS.has(month)) return undefined
  const name = capital(month)
  const day = readDay(rest)
  const year = day ? readYear(rest.slice(day.taken)) : undefined
  const isMonth = !isVerb(month) || BEFORE_MONTH.test(tail(place, 1))
  // Of "March twenty twenty four" no day is left once the year is read.
  const bare = year ? undefined : readYear(rest)
  if (bare && isMonth) return [...formatAs(name, 1), ...formatAs(String(bare.value), bare.taken)]
  const isDate = day && (month !== 'may' || day.isOrdinal || year || BEFORE_DATE.test(tail(place, 1)))
  if (!isDate) return isMonth ? formatAs(name, 1) : undefined
  const printed: Formatted[] = [
    { text: name, from: 1 },
    { text: year ? `${day.value},` : String(day.value), from: day.taken },
  ]
  return year ? [...printed, { text: String(year.value), from: year.taken }] : printed
}

const isVerb = (month: string) => month === 'may' || month === 'march'

/** "In nineteen ninety eight", "since twenty nineteen". */
export const formatYear: FormattingRule = (place) => {
  const year = readYear(place.words)
  return year && BEFORE_YEAR.test(tail(place, 1)) ? formatAs(String(year.value), year.taken) : undefined
}

function readDay(words: readonly string[]): Day | undefined {
  if (words[0] === 'the') return readNamedDay(words)
  const ordinal = readOrdinal(words)
  if (ordinal && ordinal.value <= LAST_DAY) return { ...ordinal, isOrdinal: true }
  const number = readDayNumber(words)
  return number && number.value >= 1 && number.value <= LAST_DAY ? { ...number, isOrdinal: false } : undefined
}

/** "January the sixth". */
function readNamedDay([, ...words]: readonly string[]): Day | undefined {
  const day = readOrdinal(words)
  const next = day && words[day.taken]
  const isDay = next === undefined || BEHIND_DAY.test(next) || readYear(words.slice(day?.taken)) !== undefined
  return day && day.value <= LAST_DAY && isDay ? { value: day.value, taken: day.taken + 1, isOrdinal: true } : undefined
}

/** "Twenty one" is a day, and of "five twenty twenty" the day is 5. */
function readDayNumber(words: readonly string[]) {
  const two = readNumber(words.slice(0, 2))
  return two && two.value <= LAST_DAY ? two : readNumber(words.slice(0, 1))
}

/** Years from 1900 to 2099 as they are said. */
function readYear(words: readonly string[]): { value: number; taken: number } | undefined {
  const [first = '', second = ''] = words
  if (first === 'two' && second === 'thousand') {
    const joined = words[2] === 'and' ? 3 : 2
    const rest = readNumber(words.slice(joined, joined + 2))
    return rest && rest.value < 100
      ? { value: 2000 + rest.value, taken: joined + rest.taken }
      : { value: 2000, taken: 2 }
  }
  const century = { nineteen: 1900, twenty: 2000 }[first]
  if (century === undefined) return undefined
  if (second === 'oh' || second === 'o') {
    const digit = readNumber(words.slice(2, 3))
    return digit && digit.value < 10 ? { value: century + digit.value, taken: 3 } : undefined
  }
  const rest = readNumber(words.slice(1, 3))
  return rest && rest.value >= 10 && rest.value < 100
    ? { value: century + rest.value, taken: 1 + rest.taken }
    : undefined
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
