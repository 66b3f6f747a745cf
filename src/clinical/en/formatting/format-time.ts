import { type Formatted, type FormattingRule, tail } from '../../formatting/formatting-rule.ts'
import { readNumber } from '../numbers.ts'

const MOST_HOURS = 12
const MOST_MINUTES = 59
const BEFORE_TIME = /^(at|until|till|by|around|about|before|after|since|from)$/

/** "It has gone up from two ten": an amount, and no time. */
const CHANGES =
  /\b(?:up|down|risen|dropped|fallen|gone|went|increased|decreased|raised|reduced|lowered|improved|pressures?|weight|creatinine|sugars?)\b/

/** A time with a point, as British recognisers write it. */
const POINTED = /^(\d{1,2})\.([0-5]\d)$/

/** "Three thirty p m" and "3.30 pm" are "3:30 pm", "at eight fifteen" is "at 8:15"; "three thirty" elsewhere is left alone. */
export const formatTime: FormattingRule = (place) => {
  const { words } = place
  const [, hours, minutes] = POINTED.exec(words[0] ?? '') ?? []
  const behind = hours && readHalf(words.slice(1))
  if (behind) return [{ text: `${hours}:${minutes}`, from: 1 }, behind]
  const hour = readNumber(words.slice(0, 1))
  if (!hour || !Number.isInteger(hour.value) || hour.value < 1 || hour.value > MOST_HOURS) return undefined
  const minute = readMinutes(words.slice(1))
  const said = 1 + (minute?.taken ?? 0)
  const half = readHalf(words.slice(said))
  const text = minute ? `${hour.value}:${String(minute.value).padStart(2, '0')}` : String(hour.value)
  if (half) return [{ text, from: said }, half]
  if (words[said] === 'to' && readMinutes(words.slice(said + 2)) === undefined && readNumber(words.slice(said + 1)))
    return undefined
  return minute &&
    BEFORE_TIME.test(tail(place, 1)) &&
    !CHANGES.test(tail(place, 3)) &&
    !/^(over|percent|milli\w+)$/.test(words[said] ?? '')
    ? [{ text, from: said }]
    : undefined
}

function readMinutes(words: readonly string[]): { value: number; taken: number } | undefined {
  if (words[0] === 'oh' || words[0] === 'o') {
    const digit = readNumber(words.slice(1, 2))
    return digit && digit.value > 0 && digit.value < 10 ? { value: digit.value, taken: 2 } : undefined
  }
  const number = readNumber(words.slice(0, 2))
  return number && number.value >= 10 && number.value <= MOST_MINUTES ? number : undefined
}

/** "a m", "am", "p m", "pm" behind an hour; "a.m." is written already. */
function readHalf([first = '', second = '']: readonly string[]): Formatted | undefined {
  if (first === 'am' || first === 'pm') return { text: first, from: 1 }
  return (first === 'a' || first === 'p') && second === 'm' ? { text: `${first}m`, from: 2 } : undefined
}
