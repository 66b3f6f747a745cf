import { plainWords } from '../../clinical/en/words.ts'
import type { Note, Section, Statement } from '../../domain/note.ts'
import { type Item, printedWords, type Transcript } from '../../domain/transcript.ts'
import { decidingWords } from './deciding-words.ts'

/**
 * Confidence that a word which decides needs to stand without a mark. Set by what is at stake: of words at 0.9 one in
 * ten is wrong.
 */
const SURE = 0.9

/**
 * The note with a mark on each statement of which a deciding word (`decidingWords`) was not heard surely: these words, as
 * the transcript has them. Words without a confidence are believed, and what a person or a table says needs none.
 */
export function markDoubtful(note: Note, { items }: Pick<Transcript, 'items'>): Note {
  const unsure = new Map(items.map((item) => [item.id, { item, words: unsureWords(item) }]))
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.map((statement) => {
      const cited = statement.evidence.flatMap((id) => unsure.get(id) ?? []).filter(({ words }) => words.length > 0)
      const doubtful = new Set(cited.flatMap(({ item, words }) => doubtfulOf(statement, section, item, words)))
      return doubtful.size > 0 ? { ...statement, doubtful: [...doubtful] } : statement
    }),
  }))
  return { ...note, sections }
}

/** The item's printed words below `SURE`, without the marks around them. */
const unsureWords = (item: Item) =>
  printedWords(item).flatMap(({ text, confidence = 1 }) =>
    confidence < SURE ? [text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')] : [],
  )

function doubtfulOf(statement: Statement, section: Section, item: Item, unsure: readonly string[]): string[] {
  if (statement.support === 'reference' || statement.support === 'entered') return []
  const deciding = new Set(decidingWords(statement, section, item.text))
  return unsure.filter((word) =>
    plainWords(word).some((plain) => deciding.has(plain) || plain.split(/[-/]/).some((part) => deciding.has(part))),
  )
}
