import type { FormattingRule } from '../formatting-rule.ts'
import { formatCounted, formatNumber, formatRange } from './format-counted.ts'
import { formatDate } from './format-date.ts'
import { formatDose, formatPercent } from './format-dose.ts'
import { formatHeight } from './format-height.ts'
import { formatPressure } from './format-pressure.ts'
import { formatTemperature } from './format-temperature.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** The rules for a language; the first that knows decides, and its way to say the time of day is one of them. */
export const romanceRules = (language: SpokenLanguage, formatTime: FormattingRule): readonly FormattingRule[] => [
  formatPressure(language),
  formatPercent(language),
  formatTemperature(language),
  formatDose(language),
  formatHeight(language),
  formatTime,
  formatDate(language),
  formatRange(language),
  formatCounted(language),
  formatNumber(language),
]
