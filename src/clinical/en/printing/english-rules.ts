import type { PrintingRule } from '../../printing/printing-rule.ts'
import {
  printAge,
  printDay,
  printDigits,
  printDose,
  printNumber,
  printPercent,
  printRange,
  printTemperature,
} from './print-amount.ts'
import { printDate, printYear } from './print-date.ts'
import { printInitials, printLetterAndNumber, printNumbered } from './print-letters.ts'
import { printName } from './print-names.ts'
import { printPressure } from './print-pressure.ts'
import { printTime } from './print-time.ts'

/** English: the first rule that knows decides; the narrower ones come first. */
export const ENGLISH_RULES: readonly PrintingRule[] = [
  printPressure,
  printPercent,
  printDose,
  printTime,
  printDate,
  printYear,
  printTemperature,
  printAge,
  printRange,
  printLetterAndNumber,
  printInitials,
  printNumbered,
  printDay,
  printDigits,
  printNumber,
  printName,
]
