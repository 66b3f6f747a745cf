import { type FormattingRule, formatAs } from '../../formatting/formatting-rule.ts'
import { readNumber } from '../numbers.ts'

/** What a person's pressure can be, in mmHg. */
const SYSTOLIC = { least: 60, most: 280 }
const DIASTOLIC = { least: 30, most: 160 }

/** "One hundred and twenty over eighty" is "120/80", and so is a recogniser's "100 and 20 over 80". */
export const formatPressure: FormattingRule = ({ words }) => {
  const upper = readApart(words) ?? readNumber(words)
  if (!upper || !/^(over|on)$/.test(words[upper.taken] ?? '')) return undefined
  const lower = readNumber(words.slice(upper.taken + 1))
  if (!lower || !isPressure(upper.value, lower.value)) return undefined
  return formatAs(`${upper.value}/${lower.value}`, upper.taken + 1 + lower.taken)
}

/** "100 and 20": a sum, since nothing but a pressure goes before "over". */
function readApart([hundred = '', and, rest = '']: readonly string[]) {
  if (!/^[12]00$/.test(hundred) || and !== 'and' || !/^\d{1,2}$/.test(rest)) return undefined
  return { value: Number(hundred) + Number(rest), taken: 3 }
}

const isPressure = (systolic: number, diastolic: number) =>
  systolic >= SYSTOLIC.least &&
  systolic <= SYSTOLIC.most &&
  diastolic >= DIASTOLIC.least &&
  diastolic <= DIASTOLIC.most &&
  systolic > diastolic
