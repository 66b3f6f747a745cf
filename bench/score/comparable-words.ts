/** Spellings of one thing, in the order in which they are made alike. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/<[^>]*>|\[[^\]]*\]|\([^)]*\)/g, ' '],
  [/[\u2018\u2019]/g, "'"],
  [/(\d),(?=\d{3})/g, '$1'],
  [/%/g, ' percent'],
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b/g, 'can not'],
  [/\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/'m\b/g, ' am'],
  [/\b(it|that|what|there|he|she|how|who|where|here)'s\b/g, '$1 is'],
  [/'d\b/g, ' would'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\bok\b/g, 'okay'],
  [/\bdoctor\b/g, 'dr'],
  [/\bmister\b/g, 'mr'],
  [/'s\b/g, ' s'],
  [/(\d)(?=mg|ml|kg|cm|mm|mcg)/g, '$1 '],
  [/\bmg\b/g, 'milligrams'],
  [/\bml\b/g, 'milliliters'],
  [/[^a-z0-9. ]+/g, ' '],
  [/\.(?!\d)|(?<!\d)\./g, ' '],
]

const FILLERS = new Set('um uh hmm mm mhm er erm ah uhm hm'.split(' '))
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/**
 * The words of an English text as they are compared: lower case without marks and fillers, contractions opened, numbers digit
 * by digit. "oh" beside a digit is 0.
 */
export function comparableWords(text: string): string[] {
  const plain = ALIKE.reduce((so, [found, put]) => so.replace(found, put), text.toLowerCase())
  const words = plain.split(/\s+/).filter((word) => word !== '' && !FILLERS.has(word))
  const digits = writeNumbers(words).flatMap((word) => (/^\d+$/.test(word) ? [...word] : [word]))
  const isDigit = (at: number) => /^\d$/.test(digits[at] ?? '')
  return digits.map((word, at) => (word === 'oh' && (isDigit(at - 1) || isDigit(at + 1)) ? '0' : word))
}

/** Numbers below a hundred, which are said in one word or two, in digits. */
function writeNumbers(words: readonly string[]): string[] {
  const written: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const [small, tens] = [SMALL.indexOf(word), TENS.indexOf(word)]
    const ones = SMALL.indexOf(words[at + 1] ?? '')
    const hasOnes = tens >= 0 && ones > 0 && ones < 10
    if (tens >= 0) written.push(String(20 + 10 * tens + (hasOnes ? ones : 0)))
    else written.push(small >= 0 ? String(small) : word)
    if (hasOnes) at++
  }
  return written
}
