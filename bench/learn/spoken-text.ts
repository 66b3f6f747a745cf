import { joinTokens } from '../notes/dialogues.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A sentence of written dialogue as people say it, and the mark that ended it. */
export interface SpokenSentence {
  /** Plain words, numbers among them. */
  sentence: string[]
  /** Empty where the text ends without one. */
  mark: string
}

/** The sentences of written dialogue as people say them. */
export function sayText(text: string): SpokenSentence[] {
  const plain = joinTokens(text)
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(\d),(\d{3})/g, '$1$2')
    .replaceAll('’', "'")
  const parts = plain.split(/([.?!;:\n\r]+)(?=\s|$)/)
  const sentences: SpokenSentence[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const sentence = sayNumbers(parts[at] ?? '').match(/[a-z]+(?:'[a-z]+)*/g) ?? []
    if (sentence.length > 0) sentences.push({ sentence, mark: parts[at + 1]?.trim().charAt(0) ?? '' })
  }
  return sentences
}

/** The words alone, a row a sentence. */
export const spokenSentences = (text: string) => sayText(text).map(({ sentence }) => sentence)

function sayNumbers(sentence: string): string {
  return sentence
    .replace(
      /(\d+)\.(\d+)/g,
      (_, whole, digits) => `${say(Number(whole))} point ${[...digits].map((digit) => ONES[Number(digit)]).join(' ')}`,
    )
    .replace(/(\d+)\/(\d+)/g, '$1 over $2')
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/%/g, ' percent ')
    .replace(/\d+/g, (digits) => ` ${say(Number(digits))} `)
}

/** Years and numbers up to a million as they are said. */
function say(number: number): string {
  if (number < 20) return ONES[number] ?? ''
  if (number < 100) return join(TENS[Math.floor(number / 10)], number % 10)
  if (number < 1000) return join(`${ONES[Math.floor(number / 100)]} hundred`, number % 100)
  if (number >= 1100 && number < 2100 && number % 1000 !== 0) return sayYear(number)
  return number < 1_000_000 ? join(`${say(Math.floor(number / 1000))} thousand`, number % 1000) : ''
}

const join = (before: string | undefined, rest: number) => (rest === 0 ? (before ?? '') : `${before} ${say(rest)}`)

function sayYear(number: number): string {
  const rest = number % 100
  const behind = rest === 0 ? 'hundred' : rest < 10 ? `oh ${say(rest)}` : say(rest)
  return `${say(Math.floor(number / 100))} ${behind}`
}
