import { type LanguageTag, serves } from '../../domain/language.ts'
import { ENGLISH_RULES } from '../en/formatting/english-rules.ts'
import type { FormattingRule } from './formatting-rule.ts'
import { frenchRules } from './romance/french.ts'
import { spanishRules } from './romance/spanish.ts'

const RULES: Readonly<Record<string, (tag: LanguageTag) => readonly FormattingRule[]>> = {
  en: () => ENGLISH_RULES,
  fr: frenchRules,
  es: spanishRules,
}

/** How numbers, doses and dates are written in a language; none where nobody wrote it down, and words stay as they are. */
export function formattingRules(language: LanguageTag): readonly FormattingRule[] {
  const known = Object.keys(RULES).find((offered) => serves(offered, language))
  return known === undefined ? [] : (RULES[known]?.(language) ?? [])
}
