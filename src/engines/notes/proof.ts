import { FILLERS } from '../../clinical/fillers.ts'
import type { Note, Statement } from '../../domain/note.ts'
import type { Item, Transcript } from '../../domain/transcript.ts'

const NEGATIONS = /^(?:no|not|never|none|nothing|without|denies|\w+n't)$/

/**
 * Holds a note to its transcript: a statement stays only when its evidence exists and carries its words. What has no
 * proof is dropped, and the note says how much was.
 */
export function prove(note: Note, transcript: Transcript): Note {
  const items = new Map(transcript.items.map((item) => [item.id, item]))
  let dropped = 0
  const sections = note.sections.map((section) => {
    const statements = section.statements.filter((statement) => isProven(statement, items))
    dropped += section.statements.length - statements.length
    return { ...section, statements }
  })
  if (dropped === 0) return note
  const message = `${dropped} statements were left out because the transcript does not carry them.`
  return { ...note, sections, warnings: [...note.warnings, { code: 'unsupported_statements', message }] }
}

/** Its words stand in its evidence in one run, and no "no" or "not" of the evidence is lost. */
function isProven({ text, evidence }: Statement, items: ReadonlyMap<string, Item>): boolean {
  const cited = evidence.map((id) => items.get(id))
  if (cited.length === 0 || cited.includes(undefined)) return false
  const heard = cited.flatMap((item) => wordsOf(item?.text ?? ''))
  const said = wordsOf(text)
  const countNegations = (words: string[]) => words.filter((word) => NEGATIONS.test(word)).length
  return (
    said.length > 0 &&
    ` ${heard.join(' ')} `.includes(` ${said.join(' ')} `) &&
    countNegations(heard) === countNegations(said)
  )
}

/** Words as they are compared: without case, marks and fillers. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['./-][\p{L}\p{N}]+)*%?/gu) ?? []
  return words.filter((word) => !FILLERS.has(word))
}
