import type { FormattingRule } from '../../formatting/formatting-rule.ts'
import {
  formatAge,
  formatDay,
  formatDigits,
  formatDose,
  formatNumber,
  formatPercent,
  formatRange,
  formatTemperature,
} from './format-amount.ts'
import { formatDate, formatDayFirst, formatYear } from './format-date.ts'
import { formatInitials, formatLetterAndNumber, formatNumbered } from './format-letters.ts'
import { formatName } from './format-names.ts'
import { formatPressure } from './format-pressure.ts'
import { formatTime } from './format-time.ts'

/** English: the first rule that knows decides; the narrower ones come first. */
export const ENGLISH_RULES: readonly FormattingRule[] = [
  formatPressure,
  formatPercent,
  formatDose,
  formatTime,
  formatDayFirst,
  formatDate,
  formatYear,
  formatTemperature,
  formatAge,
  formatRange,
  formatLetterAndNumber,
  formatInitials,
  formatNumbered,
  formatDay,
  formatDigits,
  formatNumber,
  formatName,
]
