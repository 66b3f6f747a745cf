import { readNumber } from '../../../clinical/en/numbers.ts'
import { isNumber } from '../../../clinical/en/words.ts'

/** A number with what it counts, as it can be compared: "a week" and "7 days" are one. */
export interface Amount {
  /** Its words: the first, and the one behind the last. */
  start: number
  end: number
  /** What it can be read as, each in its plainest unit: `time 14`, `mass 500`, `often 2/day`, `5`. */
  keys: string[]
  /** `mass`, `time`, `often`, `bare` …: what else could stand in its place. */
  dimension: string
  /** The number as it was said. */
  value: number
  unit?: string
  marker?: 'ago' | 'for' | 'in'
}

/** Units by dimension, with how many of the plainest of it they are. */
const UNITS: readonly (readonly [dimension: string, factor: number, says: RegExp])[] = [
  ['mass', 1, /^(?:mg|mgs|milligrams?|milligrammes?)$/],
  ['mass', 0.001, /^(?:mcg|ug|µg|micrograms?|mics?)$/],
  ['mass', 1000, /^(?:g|grams?|grammes?)$/],
  ['kilograms', 1, /^(?:kg|kgs|kilos?|kilograms?)$/],
  ['pounds', 1, /^(?:lbs?|pounds?)$/],
  ['stones', 1, /^(?:stones?)$/],
  ['volume', 1, /^(?:mls?|mils?|millilit(?:er|re)s?|ccs?)$/],
  ['volume', 1000, /^(?:l|lit(?:er|re)s?)$/],
  ['units', 1, /^(?:iu|units?)$/],
  ['equivalents', 1, /^(?:meq|milliequivalents?)$/],
  ['moles', 1, /^(?:mmol|millimoles?)$/],
  ['percent', 1, /^(?:percent|%)$/],
  ['celsius', 1, /^(?:celsius|centigrade)$/],
  ['fahrenheit', 1, /^(?:fahrenheit)$/],
  ['degrees', 1, /^(?:degrees?)$/],
  ['tablets', 1, /^(?:tablets?|tabs?|pills?|capsules?|caps?)$/],
  ['puffs', 1, /^(?:puffs?|inhalations?)$/],
  ['drops', 1, /^(?:drops?)$/],
  ['sprays', 1, /^(?:sprays?|squirts?)$/],
  ['glasses', 1, /^(?:glass|glasses)$/],
  ['bottles', 1, /^(?:bottles?)$/],
  ['pints', 1, /^(?:pints?)$/],
  ['cans', 1, /^(?:cans?|tins?|beers?)$/],
  ['cups', 1, /^(?:cups?)$/],
  ['packs', 1, /^(?:packs?)$/],
  ['spoons', 1, /^(?:spoons?|teaspoons?|tablespoons?|spoonfuls?)$/],
  ['minutes', 1, /^(?:minutes?|mins?)$/],
  ['minutes', 60, /^(?:hours?|hrs?|hourly)$/],
  ['time', 1, /^(?:days?|nights?)$/],
  ['time', 7, /^(?:weeks?|wks?|weekly)$/],
  ['months', 1, /^(?:months?|monthly)$/],
  ['months', 12, /^(?:years?|yrs?|yearly)$/],
  ['length', 1, /^(?:cm|cms|centimet(?:er|re)s?)$/],
  ['length', 100, /^(?:m|met(?:er|re)s?)$/],
  ['length', 0.1, /^(?:mm|millimet(?:er|re)s?)$/],
  ['inches', 1, /^(?:inch|inches)$/],
  ['feet', 1, /^(?:feet|foot|ft)$/],
  ['yards', 1, /^(?:yards?)$/],
  ['miles', 1, /^(?:miles?)$/],
  ['kilometers', 1, /^(?:km|kilomet(?:er|re)s?)$/],
  ['times', 1, /^(?:times?|x)$/],
]

const ONE_WORD: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  couple: 2,
  dozen: 12,
  half: 0.5,
  few: -1,
}
const PERIOD = /^(?:day|daily|week|weekly|month|monthly|year|yearly|night|nightly|hour|hourly|annually)$/
const BETWEEN = /^(?:more|full|whole|of|solid|good|further|extra|long|straight|other)$/
const periodOf = (word: string) =>
  word === 'daily' || word === 'nightly' || word === 'night'
    ? 'day'
    : word === 'annually'
      ? 'year'
      : word.replace(/ly$/, '')

interface Read {
  values: number[]
  end: number
}

/** The amounts in a row of plain words, in their order. */
export function readAmounts(words: readonly string[]): Amount[] {
  const found: Amount[] = []
  for (let at = 0; at < words.length; ) {
    // "Pulse 112" is no number that one rings.
    const isCalled = /^(?:999|911|111|112)$/.test(words[at] ?? '') && CALLS.test(words[at - 1] ?? '')
    const read = isCalled ? undefined : (readOften(words, at) ?? readEvery(words, at) ?? readCounted(words, at))
    if (read) found.push(...read)
    at = Math.max(at + 1, ...(read ?? []).map(({ end }) => end))
  }
  return found
}

const CALLS = /^(?:call|calls|calling|ring|rings|ringing|dial|phone|to|or|and|the|via|through)$/

/** "Twice a day", "three or four times a night", "once weekly", "daily", "a day". */
function readOften(words: readonly string[], at: number): Amount[] | undefined {
  const word = words[at] ?? ''
  if (/^(?:daily|weekly|monthly|yearly|annually|hourly|nightly)$/.test(word)) return [often(at, at + 1, 1, word)]
  if (/^(?:a|an|per|each|every)$/.test(word) && PERIOD.test(words[at + 1] ?? '') && !isSpan(words, at)) {
    return [often(at, at + 2, 1, words[at + 1] ?? '')]
  }
  if (/^(?:every|each)$/.test(word) && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(words[at + 1] ?? ''))
    return [often(at, at + 1, 1, 'week')]
  if (/^(?:every|each)$/.test(word) && /^(?:morning|evening)$/.test(words[at + 1] ?? ''))
    return [often(at, at + 1, 1, 'day')]
  const number = readNumberAt(words, at)
  if (number === undefined) return undefined
  const isOneWord = /^(?:once|twice|thrice)$/.test(word)
  let next = number.end
  if (!isOneWord) {
    if (!/^(?:times?|x)$/.test(words[next] ?? '')) return undefined
    next++
  }
  const joined = /^(?:a|an|per|each|every|in|the)$/.test(words[next] ?? '')
  const period = words[joined ? (words[next + 1] === 'a' ? next + 2 : next + 1) : next] ?? ''
  if (!PERIOD.test(period)) {
    return number.values.map((value) => amount(at, next, 'times', value, `times ${value}`, 'times'))
  }
  const end = joined ? next + 2 : next + 1
  return number.values.map((value) => often(at, end, value, period))
}

/** "For a week", "in a day", "a week ago" are no frequency. */
const isSpan = (words: readonly string[], at: number) =>
  /^(?:a|an)$/.test(words[at] ?? '') &&
  (/^(?:for|in|within|about|over|after|than|nearly|almost|of|half|last|lasts|lasting|lasted|took|takes|taking|until|till|is|was|off)$/.test(
    words[at - 1] ?? '',
  ) ||
    at === 0 ||
    /^(?:ago|later|before|earlier|course|or|and|supply)$/.test(words[at + 2] ?? '') ||
    (/^(?:after|since|following|post)$/.test(words[at + 2] ?? '') && /^(?:week|month|year)$/.test(words[at + 1] ?? '')))

const often = (start: number, end: number, value: number, period: string): Amount =>
  amount(start, end, 'often', value, `often ${value}/${periodOf(period)}`, period)

/** "Every three hours", "every other day", "on alternate days". */
function readEvery(words: readonly string[], at: number): Amount[] | undefined {
  const word = words[at] ?? ''
  if (word === 'alternate') return [amount(at, at + 2, 'often', 2, 'every 2 day', 'day')]
  // "Two hourly", "three monthly".
  const counted = readNumberAt(words, at)
  const [, unit] = /^(hour|month|week)ly$/.exec(words[counted?.end ?? at] ?? '') ?? []
  if (counted && unit && !/^(?:once|twice|thrice)$/.test(word))
    return counted.values.map((value) => everyOf(at, counted.end + 1, value, unit))
  if (!/^(?:every|each|q)$/.test(word)) return undefined
  const isOther = /^(?:other|second)$/.test(words[at + 1] ?? '')
  const number = isOther ? { values: [2], end: at + 2 } : readNumberAt(words, at + 1)
  const period = words[number?.end ?? at + 1] ?? ''
  if (number === undefined || !/^(?:hours?|days?|weeks?|months?|years?|nights?|minutes?|hourly)$/.test(period))
    return undefined
  const plain = period.replace(/(?:s|ly)$/, '').replace('night', 'day')
  return number.values.map((value) => everyOf(at, number.end + 1, value, plain))
}

/** A number with its unit: "500 mg", "a couple of weeks", "140 over 90", "8/10". */
function readCounted(words: readonly string[], at: number): Amount[] | undefined {
  const number = readNumberAt(words, at) ?? readArticle(words, at)
  if (number === undefined) return undefined
  const over = readOver(words, number)
  if (over) return [amount(at, over.end, 'over', number.values[0] ?? 0, `${number.values[0]}/${over.values[0]}`)]
  let next = number.end
  while (BETWEEN.test(words[next] ?? '') && next < number.end + 2) next++
  const unit = unitOf(words, next)
  const end = unit ? unit.end : number.end
  const isAlone = words[at] === 'one' && number.end === at + 1 && unit === undefined
  if (isAlone || (unit === undefined && number.values[0] === -1)) return undefined
  // "A year and a half", "two hours and a half".
  const isHalf = unit !== undefined && words.slice(end, end + 3).join(' ') === 'and a half'
  if (isHalf)
    return number.values.map((whole) => ({
      ...amount(at, end + 3, unit.dimension, whole + 0.5, keyOf(unit, whole + 0.5), unit.name),
      ...markerOf(words, at, end + 3),
    }))
  return number.values.map((value) => {
    const key = unit ? keyOf(unit, value) : String(value)
    const read = amount(at, end, unit?.dimension ?? 'bare', value, key, unit?.name)
    return { ...read, keys: [key, ...(unit ? alsoAs(unit, value) : [])], ...markerOf(words, at, end) }
  })
}

const everyOf = (start: number, end: number, value: number, unit: string): Amount => {
  const every = amount(start, end, 'often', value, `every ${value} ${unit}`, unit)
  return { ...every, keys: [...every.keys, ...everyAs(value, unit)] }
}

/** "Every six hours" is four times a day. */
const everyAs = (value: number, unit: string) => {
  if (unit === 'hour' && 24 % value === 0) return [`often ${24 / value}/day`]
  return value === 4 && unit === 'week' ? ['often 1/month'] : []
}

/** "48 hours" are two days, "eight weeks" two months. */
function alsoAs({ dimension, factor }: { dimension: string; factor: number }, value: number): string[] {
  const all = value * factor
  if (dimension === 'minutes' && all > 0 && all % 1440 === 0) return [`time ${all / 1440}`]
  return dimension === 'time' && factor === 7 && value % 4 === 0 ? [`months ${value / 4}`] : []
}

const keyOf = ({ dimension, factor }: { dimension: string; factor: number }, value: number) =>
  `${dimension} ${value === -1 ? `few ${factor}` : Math.round(value * factor * 1e6) / 1e6}`

function unitOf(words: readonly string[], at: number) {
  const name = words[at] ?? ''
  const isDegrees = /^degrees?$/.test(name)
  const scale = isDegrees ? UNITS.find(([, , says]) => says.test(words[at + 1] ?? ''))?.[0] : undefined
  if (scale === 'celsius' || scale === 'fahrenheit') return { dimension: scale, factor: 1, end: at + 2, name: scale }
  const found = UNITS.find(([, , says]) => says.test(name))
  return found && { dimension: found[0], factor: found[1], end: at + 1, name }
}

function readNumberAt(words: readonly string[], at: number): Read | undefined {
  const first = oneNumber(words, at)
  if (first === undefined) return undefined
  const isRange = /^(?:or|to)$/.test(words[first.end] ?? '')
  const second = isRange ? oneNumber(words, first.end + 1) : undefined
  return second
    ? { values: [first.value, second.value], end: second.end }
    : { values: [first.value, ...first.also], end: first.end }
}

function oneNumber(words: readonly string[], at: number): { value: number; also: number[]; end: number } | undefined {
  const word = words[at] ?? ''
  if (/^(?:half|quarter)$/.test(word)) return readPart(words, at)
  if (Object.hasOwn(ONE_WORD, word)) return { value: ONE_WORD[word] ?? 0, also: [], end: at + 1 }
  const isArticle = /^(?:a|an)$/.test(word)
  // "One oh four."
  const [hundreds, ones] = [readNumber([word]), readNumber(words.slice(at + 2, at + 3))]
  if (/^(?:oh|o)$/.test(words[at + 1] ?? '') && hundreds && ones && hundreds.value < 10 && ones.value < 10)
    return { value: hundreds.value * 100 + ones.value, also: [], end: at + 3 }
  const next = words[at + 1] ?? ''
  if (isArticle && /^(?:couple|few|dozen)$/.test(next)) {
    return { value: ONE_WORD[next] ?? 0, also: [], end: words[at + 2] === 'of' ? at + 3 : at + 2 }
  }
  if (isArticle && /^(?:hundred|thousand)$/.test(next)) {
    const read = readNumber(['one', ...words.slice(at + 1, at + 10)])
    return read && { value: read.value, also: [], end: at + read.taken }
  }
  if (word === 'point' && isNumber(next)) {
    const read = readNumber(['zero', ...words.slice(at, at + 6)])
    return read && { value: read.value, also: [], end: at + read.taken - 1 }
  }
  const isDigits = /^\d/.test(word) && !/^(?:point|thousand|hundred)$/.test(next)
  const read = readNumber(isDigits ? [word] : words.slice(at, at + 12))
  if (read === undefined) return undefined
  const behind = at + read.taken
  if (words.slice(behind, behind + 3).join(' ') === 'and a half')
    return { value: read.value + 0.5, also: [], end: behind + 3 }
  if (words[behind] === 'thousand') return { value: read.value * 1000, also: [], end: behind + 1 }
  return withRow(words, at, read.value, behind)
}

/** "Half an hour", "a quarter of a tablet". */
function readPart(words: readonly string[], at: number) {
  const value = words[at] === 'half' ? 0.5 : 0.25
  const behind = words[at + 1] === 'of' ? at + 2 : at + 1
  return { value, also: [], end: /^(?:a|an)$/.test(words[behind] ?? '') ? behind + 1 : at + 1 }
}

/** "Ninety eight six" is 98.6 and "nineteen eighty five" 1985; either reading may be meant. */
function withRow(words: readonly string[], at: number, value: number, end: number) {
  const next = /^\d/.test(words[at] ?? '') ? undefined : readNumber(words.slice(end, end + 4))
  if (next && value >= 35 && value < 110 && next.value < 10)
    return { value, also: [value + next.value / 10], end: end + next.taken }
  if (next && value >= 18 && value <= 20 && next.value >= 10 && next.value < 100) {
    return { value: value * 100 + next.value, also: [], end: end + next.taken }
  }
  return { value, also: [], end }
}

/** "A week", "an hour", "a tablet" count as one. */
function readArticle(words: readonly string[], at: number): Read | undefined {
  const isArticle = /^(?:a|an|another)$/.test(words[at] ?? '')
  const unit = unitOf(words, at + 1)
  return isArticle && unit && !/^(?:times|degrees|percent|bare)$/.test(unit.dimension)
    ? { values: [1], end: at + 1 }
    : undefined
}

/** "140 over 90", "8 out of 10", "5/5" (whose stroke parts words). */
function readOver(words: readonly string[], { end }: Read): Read | undefined {
  const isOver = /^(?:over|on)$/.test(words[end] ?? '')
  const isOutOf = words[end] === 'out' && words[end + 1] === 'of'
  const behind = words[end] === '/' || isOver ? end + 1 : isOutOf ? end + 2 : -1
  return behind < 0 ? undefined : readNumberAt(words, behind)
}

function markerOf(words: readonly string[], start: number, end: number): Pick<Amount, 'marker'> {
  const before = words.slice(Math.max(0, start - 4), start)
  if (/^(?:ago|back|previously|earlier)$/.test(words[end] ?? '')) return { marker: 'ago' }
  const near = before.findLast((word) => /^(?:for|in|within|over|last|lasting|past)$/.test(word))
  if (near === 'for' || near === 'past' || near === 'lasting') return { marker: 'for' }
  return near === 'in' || near === 'within' ? { marker: 'in' } : {}
}

const amount = (start: number, end: number, dimension: string, value: number, key: string, unit?: string): Amount => ({
  start,
  end,
  keys: [key],
  dimension,
  value,
  ...(unit !== undefined && { unit }),
})
