import { beginsLikeQuestion, isAnswer } from '../../clinical/en/questions.ts'
import { plainWords } from '../../clinical/en/words.ts'
import { type Formatted, formatWords } from '../../clinical/formatting/format-words.ts'
import type { FormattingRule } from '../../clinical/formatting/formatting-rule.ts'
import { formattingRules } from '../../clinical/formatting/formatting-rules.ts'
import { estimateAccuracy } from '../../domain/accuracy.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { Item, Word } from '../../domain/transcript.ts'
import type { Turn } from './attribute.ts'
import { cutPunctuated, cutSentences, pauseBeforeMs } from './cut-sentences.ts'

/** What an engine writes by itself, and in which language. */
export interface Heard {
  language: LanguageTag
  /** Whether it writes capitals and marks. */
  isPunctuated: boolean
}

/** A silence behind "yes" or "okay" that is written as a comma. */
const COMMA_PAUSE_MS = 40

/**
 * The items of a transcript, in time order, with ids `i1`, `i2`, …: one a sentence, never of two speakers. An item's words
 * are the engine's; its text is these as a clinician writes them, and says which it was printed from.
 */
export function compose(turns: readonly Turn[], heard: Heard): Item[] {
  const cut = heard.isPunctuated ? cutPunctuated : cutSentences
  return turns
    .flatMap(({ speakerLabel, words }) => cut(words).map((sentence) => ({ speakerLabel, words: sentence })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => startOf(a.words) - startOf(b.words))
    .map(({ speakerLabel, words }, index) => {
      const confidence = estimateAccuracy([{ words }])
      return {
        ...{ id: `i${index + 1}`, ...formatSentence(words, heard), speaker: 'unspecified' },
        ...(speakerLabel ? { speakerLabel } : {}),
        ...{ startMs: startOf(words), endMs: Math.max(...words.map(({ endMs }) => endMs)), words },
        ...(confidence !== undefined && { confidence }),
      }
    })
}

function startOf(words: readonly Word[]): number {
  return words[0]?.startMs ?? 0
}

function formatSentence(words: readonly Word[], { language, isPunctuated }: Heard): Pick<Item, 'text' | 'printedFrom'> {
  const printed = formatRuns(words, formattingRules(language))
  const text = isPunctuated ? textOf(printed) : punctuate(printed, words)
  const counts = printed.map(({ from }) => from)
  return { text, ...(counts.some((count) => count !== 1) && { printedFrom: counts }) }
}

/** A name that was put there stands as its vocabulary has it; the words between names are printed by the rules. */
function formatRuns(words: readonly Word[], rules: readonly FormattingRule[]): Formatted[] {
  const runs: Word[][] = [[]]
  for (const word of words) {
    const last = runs.at(-1) as Word[]
    if (last.length === 0 || isName(word) === isName(last[0] as Word)) last.push(word)
    else runs.push([word])
  }
  return runs.flatMap((run) => {
    const said = run.map(({ text }) => text.trim())
    return run.some(isName) ? said.map((text) => ({ text, from: 1 })) : formatWords(said, rules)
  })
}

const isName = ({ heard }: Word) => heard !== undefined

const textOf = (printed: readonly Formatted[]) => printed.map(({ text }) => text).join(' ')

/** A capital in front, a mark behind, and a comma where an answer pauses. */
function punctuate(printed: readonly Formatted[], words: readonly Word[]): string {
  const [first, ...rest] = printed
  const text = rest.length > 0 && isFollowedByComma(words) ? `${first?.text}, ${textOf(rest)}` : textOf(printed)
  const mark = beginsLikeQuestion(plainWords(text)) ? '?' : '.'
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') && mark === '.' ? '' : mark)
}

function isFollowedByComma(words: readonly Word[]): boolean {
  const word = words[0]?.text.toLowerCase() ?? ''
  return (isAnswer(word) || word === 'okay' || word === 'well') && pauseBeforeMs(words, 1) >= COMMA_PAUSE_MS
}
