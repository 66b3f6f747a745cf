import { plainWords } from '../../clinical/en/words.ts'
import type { Statement } from '../../domain/note.ts'
import { formatCategory, formatScore } from './checklists/agent-checklist.ts'
import { formatCourse } from './sentiment.ts'

type Rule = (statement: Statement, cited: readonly string[]) => boolean

const RULES: Record<string, Rule> = {
  // What is quoted whole, a question too, states no more than that it was said.
  quotation: ({ text }, cited) => cited.includes(text),
  score: ({ text }, cited) => text === formatScore(cited),
  category: ({ text }, cited) => text === formatCategory(cited),
  sentiment: ({ text }, cited) => text === formatCourse(cited),
  topic: ({ text }, cited) => cited.every((cite) => contains(cite, text)),
}

/**
 * The rule by which statements with this attribute `type` follow from their evidence, where there is one. They stand
 * when the rule, applied to the cited items again, gives the same text: a point more than was heard fails.
 */
export function conclusionRule(type = ''): Rule | undefined {
  return Object.hasOwn(RULES, type) ? RULES[type] : undefined
}

function contains(cite: string, text: string): boolean {
  return ` ${plainWords(cite).join(' ')} `.includes(` ${plainWords(text).join(' ')} `)
}
