/** A word of a text in plain spelling, and whether a sentence ends behind it. */
export interface PlainWord {
  text: string
  ends?: '.' | '?'
}

/** Letters and digits, held together inside a word by an apostrophe, point, stroke, hyphen or comma: don't, 98.6, 130/80. */
const WORD = /[\p{L}\p{N}]+(?:['’.,/-][\p{L}\p{N}]+)*/gu

const ABBREVIATED = /^(dr|mr|mrs|ms|prof|st|vs|etc|approx)$/i

const ENDS = /\W?([.?!])/uy

const CLOSING = /["')\]]/
const OPENING = /[\s"'([]/

/** True for a printed word that has a mark at its end and is no abbreviation such as "Dr." */
export function endsSentence(printed: string): boolean {
  // From the end, step by step: one pattern for all of it looks at a row of full stops once for each of them.
  let end = printed.length - 1
  while (CLOSING.test(printed[end] ?? '')) end--
  if (!/[.?!]/.test(printed[end] ?? '')) return false
  let start = end
  while (start > 0 && !OPENING.test(printed[start - 1] ?? '')) start--
  return !ABBREVIATED.test(printed.slice(start, end))
}

/** The sentences of a text, told by their marks; a text without marks is one. */
export function readSentences(text: string): string[] {
  const sentences: string[][] = [[]]
  for (const printed of text.trim().split(/\s+/)) {
    sentences.at(-1)?.push(printed)
    if (endsSentence(printed)) sentences.push([])
  }
  return sentences.filter((words) => words.length > 0).map((words) => words.join(' '))
}

/** The words of a text in order: lower case, plain apostrophes, no punctuation but inside words. */
export function readWords(text: string): PlainWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    ENDS.lastIndex = match.index + match[0].length
    const behind = ENDS.exec(text)?.[1]
    const word = match[0].toLowerCase().replaceAll('’', "'")
    return behind && !ABBREVIATED.test(word) ? { text: word, ends: behind === '?' ? '?' : '.' } : { text: word }
  })
}

/** The words alone. */
export function plainWords(text: string): string[] {
  return readWords(text).map((word) => word.text)
}

const NEGATORS = new Set(
  'no not never none nothing nobody nowhere neither nor without cannot deny denies denied denying nope nah'.split(' '),
)

/** True for a word that turns a statement round, contractions among them ("don't"). Written here, after NegEx (Chapman 2001). */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word) || word.endsWith("n't") || word === 'dont'
}

const FILLERS = new Set('um uh uhm er erm ah oh ohh eh hm hmm mm mhm mm-hmm uh-huh'.split(' '))

/** True for a sound that says nothing; after a number "mm" is millimetres, and "oh" a nought. */
export function isFiller(word: string, before = ''): boolean {
  // "The ER" is a place.
  return (
    FILLERS.has(word) &&
    !(/^(mm|oh)$/.test(word) && isNumber(before)) &&
    !(word === 'er' && /^(?:the|an|to|in)$/.test(before))
  )
}

/** Not among them: "right", "good", "fine", "well", "now", which can carry meaning ("right knee", "fine crackles"). */
const LEAD_INS = new Set('okay ok alright so and but also hi hello'.split(' '))

/** True for a word that only opens a sentence and may be left out there. */
export function isLeadIn(word: string): boolean {
  return LEAD_INS.has(word) || isFiller(word)
}

const NUMBERS = new Set(
  (
    'zero nought naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half quarter ' +
    'once twice thrice first second third'
  ).split(' '),
)

/** True for a number in digits or in words. */
export function isNumber(word: string): boolean {
  return /\d/.test(word) || NUMBERS.has(word) || word.split('-').some((part) => NUMBERS.has(part))
}
