import { type FormattingRule, formatAs, tail } from '../../formatting/formatting-rule.ts'
import { readNumber } from '../numbers.ts'

/** What is said letter by letter, or as a word, and printed in capitals. */
export const INITIALS = new Set(
  (
    'abg ace adhd aed aids als ana arb asap bbc bmi bmp bnp bph bun cabg cat cbc ccu cdc ckd cmp copd covid cpap cpr crp ct cva ' +
    'dna dvt ecg echo ed eeg egd ekg emg ent er ercp esr fbc gerd gfr ggt gi gp hdl hiv hpv hrt ibd ibs icd icu im inr iud iv ' +
    'ivf ldl lft lfts mi mri mrcp ms nhs nicu nsaid nsaids ob ocd or ot pcos pcp pcr pe pet pft ppi prn psa pt ptsd rna rsv sats ' +
    'ssri std sti svt tb tia tmj tsh uk us usa uti utis va vte wbc'
  ).split(' '),
)
/** Words in the list that are more often other words, and count only when their letters are said apart. */
const ONLY_SPELLED = new Set('ace aids als ana cat echo ed er im mi ms ob or ot pe pet pt sats us va asap'.split(' '))
/** A word behind which a number is a name: "type one diabetes", "stage four". */
const NUMBERED =
  /^(type|stage|grade|phase|class|ward|room|bed|number|level|gravida|para|factor|category|cranial nerve)$/
const SPINE = /^[ctls]$/

/** "M r i" is "MRI", "c o p d" "COPD", "mri" "MRI"; letters that are no known initials stay as they are. */
export const formatInitials: FormattingRule = ({ words }) => {
  for (let taken = Math.min(5, words.length); taken > 1; taken--) {
    const letters = words.slice(0, taken)
    if (letters.every((word) => /^[a-z]$/.test(word)) && INITIALS.has(letters.join(''))) {
      return formatAs(letters.join('').toUpperCase(), taken)
    }
  }
  const [word = ''] = words
  return INITIALS.has(word) && !ONLY_SPELLED.has(word) ? formatAs(initials(word), 1) : undefined
}

/** The plural keeps its small letter: "UTIs". */
const initials = (word: string) => word.toUpperCase().replace(/(?<=^(?:LFT|UTI|NSAID))S$/, 's')

/** "B twelve" is "B12", "a one c" "A1c", "l five" "L5", "covid nineteen" "COVID-19", "t three" "T3". */
export const formatLetterAndNumber: FormattingRule = (place) => {
  const [letter = '', second = '', third = ''] = place.words
  if (letter === 'a' && second === 'one' && third === 'c') return formatAs('A1c', 3)
  if (letter === 'covid' && second === 'nineteen') return formatAs('COVID-19', 2)
  const number = readNumber(place.words.slice(1, 2))
  if (!number || !Number.isInteger(number.value)) return undefined
  const isVitamin = /^[bdkt]$/.test(letter) && (tail(place, 1) === 'vitamin' || (letter === 'b' && number.value === 12))
  const isThyroid =
    letter === 't' && (number.value === 3 || number.value === 4) && /free|total|thyroid/.test(tail(place, 2))
  const isSpine = SPINE.test(letter) && number.value >= 1 && number.value <= 12
  const isOxygen = letter === 'o' && number.value === 2 && /^(sats?|saturation|level)/.test(third)
  const isSound = letter === 's' && number.value <= 4
  return isVitamin || isThyroid || isSpine || isOxygen || isSound
    ? formatAs(`${letter.toUpperCase()}${number.value}`, 2)
    : undefined
}

/** "Type one diabetes" is "type 1 diabetes". */
export const formatNumbered: FormattingRule = (place) => {
  const number = NUMBERED.test(tail(place, 1)) ? readNumber(place.words) : undefined
  return number ? formatAs(String(number.value), number.taken) : undefined
}
