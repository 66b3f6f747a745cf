// The stemmer of Porter (1980), with the small extensions of the common ROUGE implementation. A word is seen as its consonants
// and vowels ("cvcc"), and its measure is how often a vowel is followed by a consonant.

/** By form, words that the rules would spoil. */
const IRREGULAR = new Map([
  ...['sky', 'skies'].map((form) => [form, 'sky'] as const),
  ...[['dying', 'die'] as const, ['lying', 'lie'] as const, ['tying', 'tie'] as const, ['innings', 'inning'] as const],
  ...[['outings', 'outing'] as const, ['cannings', 'canning'] as const],
  ...['news', 'inning', 'outing', 'canning', 'howe', 'proceed', 'exceed', 'succeed'].map(
    (word) => [word, word] as const,
  ),
])

function shapeOf(word: string): string {
  let shape = ''
  for (const [at, letter] of [...word].entries()) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape[at - 1] === 'c')
    shape += isVowel ? 'v' : 'c'
  }
  return shape
}

const measure = (word: string) => shapeOf(word).match(/vc/g)?.length ?? 0
const hasVowel = (word: string) => shapeOf(word).includes('v')
const endsDouble = (word: string) => /(.)\1$/.test(word) && shapeOf(word).endsWith('c')
const isShort = (word: string) =>
  word.length === 2 ? shapeOf(word) === 'vc' : shapeOf(word).endsWith('cvc') && !/[wxy]$/.test(word)

type Rules = readonly (readonly [suffix: string, replacement: string])[]

/** The first rule whose suffix the word has, if what is left before it has more than `least` of the measure. */
function apply(word: string, rules: Rules, least: number): string {
  const [suffix, replacement] = rules.find(([ending]) => word.endsWith(ending)) ?? []
  if (suffix === undefined) return word
  const left = word.slice(0, word.length - suffix.length)
  const fits = measure(left) > least && (suffix !== 'ion' || /[st]$/.test(left))
  return fits ? left + replacement : word
}

const pairs = (text: string): Rules => text.split(' ').map((rule) => rule.split('>') as [string, string])

const STEP_2 = pairs(
  'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble fulli>ful',
)
const STEP_3 = pairs('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')
const STEP_4 = pairs(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>',
)

function dropPlural(word: string): string {
  if (/^.ies$/.test(word)) return word.slice(0, -1)
  return word
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'i')
    .replace(/([^s])s$/, '$1')
}

function dropPast(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const left = word.replace(/(ed|ing)$/, '')
  if (left === word || !hasVowel(left)) return word
  if (/(at|bl|iz)$/.test(left)) return `${left}e`
  if (endsDouble(left)) return /[lsz]$/.test(left) ? left : left.slice(0, -1)
  return measure(left) === 1 && isShort(left) ? `${left}e` : left
}

function turnY(word: string): string {
  const left = word.slice(0, -1)
  return word.endsWith('y') && left.length > 1 && shapeOf(left).endsWith('c') ? `${left}i` : word
}

function joinSuffixes(word: string): string {
  if (word.endsWith('alli') && measure(word.slice(0, -4)) > 0) return joinSuffixes(word.slice(0, -2))
  if (word.endsWith('logi') && measure(word.slice(0, -3)) > 0) return word.slice(0, -1)
  return apply(word, STEP_2, 0)
}

function dropEnd(word: string): string {
  const left = word.slice(0, -1)
  const isLong = measure(left) > 1 || (measure(left) === 1 && !isShort(left))
  const bare = word.endsWith('e') && isLong ? left : word
  return bare.endsWith('ll') && measure(bare.slice(0, -1)) > 1 ? bare.slice(0, -1) : bare
}

const known = new Map<string, string>()

/** The stem of a word in lower case; of three letters or fewer, the word itself. */
export function stem(word: string): string {
  if (word.length <= 3) return word
  const found = known.get(word) ?? IRREGULAR.get(word)
  if (found !== undefined) return found
  const bare = joinSuffixes(turnY(dropPast(dropPlural(word))))
  const made = dropEnd(apply(apply(bare, STEP_3, 0), STEP_4, 1))
  known.set(word, made)
  return made
}
