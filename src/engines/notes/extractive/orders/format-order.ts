import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'

/** Words of orders that are printed in capitals. */
const CAPITALS =
  /\b(?:mris?|cts?|cbc|bmp|cmp|tsh|ecgs?|ekgs?|eegs?|emg|hba1c|a1c|bnp|crp|esr|psa|inr|hiv|pt|ot|dexa|pet|fbc|lft|ace)\b/g

/** An order as notes print it: digits, short units, the letters of abbreviations large. */
export function formatOrder(words: readonly string[]): string {
  const said = formatSpoken(words.join(' ')).replace(CAPITALS, (letters) => letters.toUpperCase())
  return said.charAt(0).toUpperCase() + said.slice(1)
}
