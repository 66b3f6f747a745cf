import type { PrintingRule } from '../printing-rule.ts'
import { printCounted, printNumber, printRange } from './print-counted.ts'
import { printDate } from './print-date.ts'
import { printDose, printPercent } from './print-dose.ts'
import { printHeight } from './print-height.ts'
import { printPressure } from './print-pressure.ts'
import { printTemperature } from './print-temperature.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** The rules for a language; the first that knows decides, and its way to say the time of day is one of them. */
export const romanceRules = (language: SpokenLanguage, printTime: PrintingRule): readonly PrintingRule[] => [
  printPressure(language),
  printPercent(language),
  printTemperature(language),
  printDose(language),
  printHeight(language),
  printTime,
  printDate(language),
  printRange(language),
  printCounted(language),
  printNumber(language),
]
