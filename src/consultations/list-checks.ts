import { isMedicine } from '../clinical/en/terms.ts'
import { plainWords } from '../clinical/en/words.ts'
import { isUnsureWord } from '../domain/accuracy.ts'
import {
  CHECK_REASONS,
  type CheckReason,
  type Checks,
  type MissingCheck,
  type StatementCheck,
} from '../domain/check.ts'
import { isTold, type Note, type Statement } from '../domain/note.ts'
import { type Item, idsOf, printedWords } from '../domain/transcript.ts'
import type { Handle } from '../store/tables.ts'
import { findNote, readRecord } from './read.ts'

/** What is to be looked at before a document is signed. Throws `not_found`, `not_ready`. */
export async function readChecks(db: Handle, tenantId: string, id: string, kind: string): Promise<Checks> {
  const record = await readRecord(db, tenantId, id)
  const note = findNote(record, kind)
  return { version: note.version, ...listChecks(note, record.transcript.items) }
}

/** Every statement that the machine wrote, those that harm most when they are wrong first; and what was said and is in none. */
export function listChecks(note: Note, items: readonly Item[]): Omit<Checks, 'version'> {
  const all = note.sections.flatMap(({ key: section, statements }) =>
    statements.flatMap((statement, at) => (isTold(statement) ? { section, at, statement } : [])),
  )
  const opposed = findContradicted(all.map(({ statement }) => statement))
  const unsure = new Map(items.flatMap((item) => idsOf(item).map((id) => [id, unsureWords(item)] as const)))
  const checks = all.flatMap(({ section, at, statement }): StatementCheck[] => {
    const reasons = reasonsOf(statement, unsure, opposed.has(statement))
    // What a person wrote was looked at by who wrote it.
    return statement.support === 'entered' && reasons[0] !== 'contradicted' ? [] : [{ section, statement: at, reasons }]
  })
  return {
    statements: checks.toSorted((a, b) => rankOf(a) - rankOf(b)),
    missing: findMissing(note, items),
  }
}

/** By the first of its reasons, which stand in the order of harm. */
const rankOf = ({ reasons: [first] }: StatementCheck) =>
  first === undefined ? CHECK_REASONS.length : CHECK_REASONS.indexOf(first)

const ALLERGY = /all?erg|anaphyla|intoleran/

function reasonsOf(
  statement: Statement,
  unsure: ReadonlyMap<string, readonly string[]>,
  isContradicted: boolean,
): CheckReason[] {
  const { text, support, doubtful, outdated } = statement
  const words = plainWords(text)
  const isReason: Record<CheckReason, boolean> = {
    contradicted: isContradicted,
    unsupported: support === 'unsupported',
    outdated: outdated === true,
    doubtful:
      doubtful !== undefined || statement.evidence.some((id) => unsure.get(id)?.some((word) => words.includes(word))),
    allergy: ALLERGY.test(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
    medicine: words.some(isMedicine) || statement.attributes?.type === 'medication',
    number: /\d/.test(text),
    unmentioned: false,
  }
  return CHECK_REASONS.filter((reason) => isReason[reason])
}

/** "The" and "of" decide nothing. */
const TELLING_LETTERS = 4

/** What tells something and was hardly heard. */
const unsureWords = (item: Item) =>
  printedWords(item)
    .filter(isUnsureWord)
    .flatMap(({ text }) => plainWords(text))
    .filter((word) => word.length >= TELLING_LETTERS || /\d/.test(word))

/** Statements of which one says that a finding is there, and another that it is not. */
function findContradicted(statements: readonly Statement[]): Set<Statement> {
  const findings = statements.flatMap((statement) => {
    const { finding = '', is_present: isPresent } = statement.attributes ?? {}
    return finding.split(';').map((name) => ({ name: name.trim().toLowerCase(), isPresent, statement }))
  })
  const told = findings.filter(({ name, isPresent }) => name && isPresent !== undefined)
  const opposed = [...Map.groupBy(told, ({ name }) => name).values()].filter(
    (same) => new Set(same.map(({ isPresent }) => isPresent)).size > 1,
  )
  return new Set(opposed.flat().map(({ statement }) => statement))
}

/** What its writer missed, and medicines that are named, where no statement rests on the words. */
function findMissing(note: Note, items: readonly Item[]): MissingCheck[] {
  const cited = new Set(note.sections.flatMap(({ statements }) => statements.flatMap(({ evidence }) => evidence)))
  const left = note.warnings.find(({ code }) => code === 'said_not_written')
  const missed = new Set(String(left?.details?.items ?? '').split(' '))
  const has = (ids: ReadonlySet<string>, item: Item) => idsOf(item).some((id) => ids.has(id))
  return items.flatMap((item, at): MissingCheck[] => {
    if (isQuestion(item) || has(cited, item)) return []
    const isNamed = plainWords(item.text).some(isMedicine)
    if (!isNamed && !has(missed, item)) return []
    const before = items[at - 1]
    const question = before && isQuestion(before) && before.speaker !== item.speaker ? [before.id] : []
    return [{ items: [...question, item.id], reasons: ['unmentioned', ...(isNamed ? (['medicine'] as const) : [])] }]
  })
}

const isQuestion = ({ text }: Item) => text.trimEnd().endsWith('?')
