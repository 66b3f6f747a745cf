import { type FormattingRule, formatAs } from '../../formatting/formatting-rule.ts'
import { BRAND_NAMES } from '../medicines.ts'

/** Words that are printed with a capital wherever they stand; brands come from the list of medicines. */
const CAPITALIZED = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november ' +
    'december christmas easter thanksgiving ramadan english spanish french african american british european asian indian ' +
    'nigerian alzheimer alzheimers parkinson parkinsons crohn crohns hodgkin hashimoto hashimotos raynaud raynauds bell achilles ' +
    'babinski romberg murphy mcburney'
  ).split(' '),
)
const TITLES: Record<string, string> = { dr: 'Dr.', mr: 'Mr.', mrs: 'Mrs.', ms: 'Ms.' }

/** "I have MS and diabetes" has no title. */
const NO_NAME =
  /^(and|or|but|so|is|was|has|had|in|for|with|since|that|which|it|the|a|my|i|he|she|you|at|on|of|to|from|not|diagnosed|symptoms?|relapses?|flares?|nurses?|clinic|patients?|scans?)$/

/** True for a word that has a capital of its own and names nobody: "Monday", "Lipitor", "Alzheimer's". */
export function isPrintedWithCapital(word: string): boolean {
  const stem = word.replace(/'s$/, '')
  return CAPITALIZED.has(stem) || BRAND_NAMES.has(stem)
}

/** "I'm", "Monday", "Lipitor", "Alzheimer's", "Dr."; generic names of medicines stay small. */
export const formatName: FormattingRule = ({ words }) => {
  const [word = '', next] = words
  if (/^i('|$)/.test(word)) return formatAs(`I${word.slice(1)}`, 1)
  if (Object.hasOwn(TITLES, word) && next !== undefined && !NO_NAME.test(next)) {
    return [
      { text: TITLES[word] as string, from: 1 },
      { text: capital(next), from: 1 },
    ]
  }
  return isPrintedWithCapital(word) ? formatAs(capital(word), 1) : undefined
}

const capital = (word: string) => word.replace(/^.|(?<=-)\p{Ll}/gu, (letter) => letter.toUpperCase())
