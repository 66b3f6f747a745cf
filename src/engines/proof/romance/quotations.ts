import type { RomanceLanguage } from '../../../clinical/romance/romance-language.ts'
import type { Sentence } from '../../../clinical/romance/sentence.ts'
import { isWord, readTokens } from '../../../clinical/romance/words.ts'
import type { Speaker } from '../../../domain/transcript.ts'

const QUOTED = /[«"“]\s*([^»"”]+?)\s*[»"”]/g

/** What a statement quotes, and the words around it. */
export interface Quotation {
  quoted: string[]
  /** Who is said to have said it, where that is told. */
  by: Speaker | undefined
  isExchange: boolean
  /** What stands in front of it, such as what was asked. */
  label: string
}

/** A statement that is a quotation; undefined for others. */
export function readQuotation(text: string, { say }: RomanceLanguage): Quotation | undefined {
  const quoted = [...text.matchAll(QUOTED)].map(([, words = '']) => words)
  if (quoted.length === 0) return undefined
  const around = text.replace(QUOTED, '').trim()
  const by = (['patient', 'doctor', 'other'] as const).find((one) => around.startsWith(say.quoteBy[one].trim()))
  const isExchange = around.startsWith(say.asked.trim())
  const labels = [say.asked, say.answered, ...Object.values(say.quoteBy)].map((label) => label.trim()).filter(Boolean)
  const label = labels.reduce((rest, one) => rest.replaceAll(one, ''), around).replace(/[:.\s]+$/, '')
  return { quoted, by: isExchange ? undefined : by, isExchange, label }
}

/** True when a sentence holds the words one after the other and no denial around them was cut off. */
export function isQuotedFrom(words: string, sentence: Sentence, language: RomanceLanguage): boolean {
  const wanted = readTokens(words, language).filter(isWord)
  const tokens = sentence.tokens.filter(isWord)
  const start = tokens.findIndex((_, at) => wanted.every(({ word }, by) => tokens[at + by]?.word === word))
  if (wanted.length === 0 || start < 0) return false
  const others = [...tokens.slice(0, start), ...tokens.slice(start + wanted.length)]
  return !others.some(({ word }) => language.denial.negators.test(word) || /^(?:ne|n'|non|plus)$/.test(word))
}
