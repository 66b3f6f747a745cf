import { findCondition } from '../../clinical/conditions.ts'
import { readMeasurements } from '../../clinical/measurements.ts'
import { findMentions } from '../../clinical/mentions.ts'
import { isMedicine } from '../../clinical/terms.ts'
import {
  isFiller,
  isLeadIn,
  isNegator,
  isNumber,
  type PlainWord,
  plainWords,
  readSentences,
  readWords,
} from '../../clinical/words.ts'
import type { Note, Statement } from '../../domain/note.ts'
import type { Transcript, Warning } from '../../domain/transcript.ts'

interface EvidenceWord extends PlainWord {
  /** True in front of a sentence's first word that says something. */
  opens: boolean
}

/** How far behind it a negation reaches: NegEx's window (Chapman 2001). */
const NEGATION_REACH = 6

/**
 * The note with only those statements that the transcript carries: each names items that exist; one that claims to be
 * verbatim stands in them word for word, hesitations aside, with no negation left out; one that claims to be derived
 * has no number or medicine that they do not have, negates only if they do, and rests on more than a question. A warning counts what was left out.
 */
export function prove(note: Note, transcript: Transcript): Note {
  const texts = new Map(transcript.items.map(({ id, text }) => [id, text]))
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.filter((statement) => stands(statement, texts)),
  }))
  const dropped = count(note.sections) - count(sections)
  return { ...note, sections, warnings: [...note.warnings, ...warn(dropped)] }
}

function count(sections: Note['sections']): number {
  return sections.reduce((sum, { statements }) => sum + statements.length, 0)
}

function warn(dropped: number): Warning[] {
  if (dropped === 0) return []
  const statements = dropped === 1 ? '1 statement' : `${dropped} statements`
  return [{ code: 'unsupported_statements', message: `Left out: ${statements} that the transcript does not carry.` }]
}

function stands(statement: Statement, texts: ReadonlyMap<string, string>): boolean {
  const { text, evidence, support, attributes } = statement
  const cited = evidence.flatMap((id) => texts.get(id) ?? [])
  const said = plainWords(text)
  if (cited.length === 0 || cited.length < evidence.length || said.length === 0) return false
  if (attributes?.system === 'ICD-10-CM') return standsCoded(statement, cited)
  // What is quoted whole, a question too, states no more than that it was said.
  if (attributes?.type === 'quotation') return cited.includes(text)
  if (attributes?.system === 'LOINC' && !isMeasured(attributes, cited)) return false
  if (support === 'verbatim') return standsVerbatim(said, cited.flatMap(readEvidence))
  return support === 'derived' && !cited.every((cite) => cite.endsWith('?')) && follows(said, cited.flatMap(plainWords))
}

/** A code must be in the table, its text must be the table's, and its evidence must say who has what it stands for. */
function standsCoded({ text, attributes }: Statement, cited: readonly string[]): boolean {
  const condition = findCondition(attributes?.code ?? '')
  if (condition === undefined || condition.display !== text || attributes?.display !== text) return false
  return findMentions(cited).some(
    (mention) => mention.condition === condition && mention.relative === attributes.relationship,
  )
}

/** A value must be what its evidence says was measured. */
function isMeasured({ code, value, unit }: Record<string, string>, cited: readonly string[]): boolean {
  const measured = cited.flatMap(readSentences).flatMap(readMeasurements)
  return measured.some((found) => found.code === code && String(found.value) === value && found.unit === unit)
}

function readEvidence(text: string): EvidenceWord[] {
  let opens = true
  return readWords(text).map((word) => {
    const read = { ...word, opens }
    opens = word.ends !== undefined || (opens && isLeadIn(word.text))
    return read
  })
}

function standsVerbatim(said: readonly string[], evidence: readonly EvidenceWord[]): boolean {
  return evidence.some((_, start) => {
    const end = matchFrom(said, evidence, start)
    return end !== undefined && isWhole(evidence, start, end)
  })
}

/** Where the words end that were said from `start` on, or undefined when others were said. */
function matchFrom(said: readonly string[], evidence: readonly EvidenceWord[], start: number): number | undefined {
  let found = 0
  for (let at = start; at < evidence.length; at++) {
    const word = evidence[at] as EvidenceWord
    if (word.text === said[found]) found++
    else if (found === 0 || !isSkippable(word, said[found - 1])) return undefined
    if (found === said.length) return at + 1
  }
  return undefined
}

function isSkippable({ text, opens }: EvidenceWord, before: string | undefined): boolean {
  return isFiller(text) || (opens && isLeadIn(text)) || (text === before && !isNumber(text))
}

/** No negation was cut off at either end, and it is not a mere question. */
function isWhole(evidence: readonly EvidenceWord[], start: number, end: number): boolean {
  const [last, next] = evidence.slice(end - 1, end + 1)
  const isCutShort = !last?.ends && isNegator(next?.text ?? '') && next?.text !== last?.text
  if (isCutShort || endsInQuestion(evidence, end)) return false
  for (let at = start - 1; at >= start - NEGATION_REACH && at >= 0; at--) {
    if (evidence[at]?.ends) return true
    if (isNegator(evidence[at]?.text ?? '')) return false
  }
  return true
}

function endsInQuestion(evidence: readonly EvidenceWord[], end: number): boolean {
  return evidence.slice(end - 1).find(({ ends }) => ends)?.ends === '?'
}

function follows(said: readonly string[], evidence: readonly string[]): boolean {
  const known = new Set(evidence)
  const isInvented = (word: string) => (isNumber(word) || isMedicine(word)) && !known.has(word)
  return !said.some(isInvented) && said.some(isNegator) === evidence.some(isNegator)
}
