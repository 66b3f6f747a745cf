import { isToScribe } from '../../../clinical/to-scribe.ts'
import { serves } from '../../../domain/language.ts'
import type { Note, Statement } from '../../../domain/note.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteWriter } from '../note-writer.ts'
import { askLines } from './ask-lines.ts'
import { findImportant, type Important, tells } from './find-important.ts'
import { ModelFailure } from './language-model.ts'
import { promptForUntold } from './prompt.ts'
import { type Line, saysNothing } from './read-lines.ts'
import type { Read, Task } from './read-transcript.ts'

/**
 * The document with what the model left out: what matters and is told nowhere is asked for once more, then taken from the
 * built-in writer's version, and so is a section in which nothing stands. Warnings say so. In other languages than
 * English it stays as it is.
 */
export async function completeNote(task: Task, read: Read, builtIn: NoteWriter): Promise<Note> {
  const { note, transcript, request, until } = task
  const sections = note.sections.map((section, at) => ({ ...section, statements: [...(read.sections[at] ?? [])] }))
  if (!serves('en', transcript.language) || !serves('en', note.language)) return { ...note, sections }
  const heard = withoutOrders(transcript)
  const own = await builtIn.write(heard, request, until.signal)
  const important = await findImportant(builtIn, heard, own, until.signal)
  const isTold = (one: Important) =>
    sections.some((section) =>
      section.statements.some((statement) => isProven(statement) && tells(statement, section, one)),
    )
  const untold = important.filter((one) => !isTold(one))
  for (const [statement, section] of await askAgain(task, read, untold)) sections[section]?.statements.push(statement)
  const filled = sections.filter(({ statements }) => !statements.some(isProven))
  for (const section of filled) {
    const { statements = [] } = own.sections.find(({ key }) => key === section.key) ?? {}
    section.statements.push(...statements.map((statement) => markBuiltIn(statement, own.writer)))
  }
  const taken = new Set(untold.filter((one) => !isTold(one)).flatMap((one) => telling(own, one)))
  for (const statement of taken) {
    const section = own.sections.findIndex(({ statements }) => statements.includes(statement))
    sections[section]?.statements.push(markBuiltIn(statement, own.writer))
  }
  const titles = filled.filter(({ statements }) => statements.some(isProven)).map(({ title }) => title)
  const missing = important.filter((one) => !isTold(one))
  return {
    ...note,
    sections,
    warnings: [...note.warnings, ...warnOfBuiltIn(titles, taken.size), ...warnOfMissing(missing)],
  }
}

/** The built-in writer is not shown what orders the scribe about. */
function withoutOrders(transcript: Transcript): Transcript {
  const items = transcript.items.filter((item) => !isToScribe(item))
  return items.length === transcript.items.length ? transcript : { ...transcript, items }
}

const isProven = ({ support }: Statement) => support !== 'unsupported'

/** In a document of another writer it is told whose a statement is. */
const markBuiltIn = (statement: Statement, writer: string): Statement => ({
  ...statement,
  attributes: { ...statement.attributes, writer },
})

/** The first statement of a document that tells it. */
function telling({ sections }: Note, one: Important): Statement[] {
  return sections
    .flatMap((section) => section.statements.filter((statement) => tells(statement, section, one)))
    .slice(0, 1)
}

/** Lines around what was left out, so that an answer is read with its question. */
const AROUND = 2

/** What the model says when it is asked for it, with the sections that it belongs in; nothing when it does not answer. */
async function askAgain(task: Task, read: Read, untold: readonly Important[]): Promise<[Statement, section: number][]> {
  const { note, request, transcript, until } = task
  if (untold.length === 0 || until.late.aborted) return []
  const ids = new Set(untold.flatMap(({ statement }) => statement.evidence))
  const places = transcript.items.flatMap(({ id }, at) => (ids.has(id) ? [at] : []))
  const items = transcript.items.filter((_, at) => places.some((place) => Math.abs(place - at) <= AROUND))
  const excerpt = { items, numberOf: read.numberOf }
  const prompt = promptForUntold(
    excerpt,
    note,
    request,
    places.map((place) => place + 1),
  )
  const lines = await askQuietly(task, { prompt, mostTokens: read.answerTokens })
  return lines
    .filter((line) => !saysNothing(line))
    .flatMap((line): [Statement, number][] => {
      const statement = read.prove(line)
      const told = untold.find((one) => tells(statement, note.sections[one.section] ?? { key: '' }, one))
      if (told) return [[statement, told.section]]
      return isProven(statement) ? [] : [[statement, 0]]
    })
}

async function askQuietly({ model, until }: Task, question: { prompt: string; mostTokens: number }): Promise<Line[]> {
  const tokens = model.countTokens(question.prompt) + question.mostTokens
  try {
    return tokens > (await model.windowTokens(until.signal)) ? [] : await askLines(model, question, until)
  } catch (error) {
    if (error instanceof ModelFailure) return []
    throw error
  }
}

function warnOfBuiltIn(titles: readonly string[], statements: number): Warning[] {
  if (titles.length + statements === 0) return []
  const sections = titles.length > 0 ? [`all of ${titles.join(', ')}`] : []
  const others =
    statements > 0 ? [statements === 1 ? '1 statement that mattered' : `${statements} statements that mattered`] : []
  const message = `From the built-in writer, for the language model left it out: ${[...sections, ...others].join(', ')}.`
  return [{ code: 'built_in_filled', message, details: { sections: titles.length, statements } }]
}

const NAMES: Record<Important['sort'], [one: string, several: string]> = {
  allergy: ['1 allergy', 'allergies'],
  dose: ['1 dose', 'doses'],
  order: ['1 order', 'orders'],
  'red flag': ['1 red flag', 'red flags'],
}

/** PATIENT DATA: what it is stands in the items; the warning names those alone. */
function warnOfMissing(missing: readonly Important[]): Warning[] {
  if (missing.length === 0) return []
  const sorts = Map.groupBy(missing, ({ sort }) => sort)
  const counts = [...sorts].map(([sort, { length }]) => (length === 1 ? NAMES[sort][0] : `${length} ${NAMES[sort][1]}`))
  const items = [...new Set(missing.flatMap(({ statement }) => statement.evidence))].join(' ')
  return [{ code: 'not_told', message: `Said and not in this document: ${counts.join(', ')}.`, details: { items } }]
}
