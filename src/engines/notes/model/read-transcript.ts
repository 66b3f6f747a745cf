import { setImmediate } from 'node:timers/promises'
import pMap from 'p-map'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Note, Statement } from '../../../domain/note.ts'
import type { Item, Transcript } from '../../../domain/transcript.ts'
import type { NoteRequest, OnProgress } from '../note-writer.ts'
import { askLines, type Until } from './ask-lines.ts'
import { cutExcerpts } from './cut-excerpts.ts'
import { openEvidence } from './find-evidence.ts'
import { type LanguageModel, ModelFailure } from './language-model.ts'
import { type Excerpt, formatLine, promptForSection } from './prompt.ts'
import { type Line, saysNothing } from './read-lines.ts'

/** An answer, which is one section's, may take a quarter of the window. */
const ANSWER_SHARE = 0.25
const MOST_ANSWER_TOKENS = 2048
/** With less than this for the transcript, an excerpt would hold a sentence or two. */
const LEAST_EXCERPT_TOKENS = 200
/** What a server's template adds to a question, and our counting misses. */
const SPARE_TOKENS = 100
/** The example takes about 250 tokens: it is left out of a window in which they are missed. */
const LEAST_FOR_EXAMPLE = 8000

/** All that the questions of one document have in common. */
export interface Task {
  model: LanguageModel
  transcript: Transcript
  request: NoteRequest
  /** The document before anything is written on it. */
  note: Note
  until: Until
  onProgress: OnProgress
}

/** What a model wrote of a document. */
export interface Read {
  /** What it stated, by section; what nothing proves is `unsupported`. */
  sections: Statement[][]
  /** How many items no question was answered about. */
  unread: number
  answerTokens: number
  prove: (line: Line) => Statement
  numberOf: (item: Item) => number
}

/**
 * The document as the model writes it, section by section, and excerpt by excerpt where the transcript is longer than its
 * window. Throws `ModelFailure` when it answered nothing that can be read.
 */
export async function readTranscript(task: Task): Promise<Read> {
  const { model, transcript, note, until } = task
  const windowTokens = await model.windowTokens(until.signal)
  const answerTokens = Math.min(MOST_ANSWER_TOKENS, Math.floor(windowTokens * ANSWER_SHARE))
  const numbers = new Map(transcript.items.map(({ id }, at) => [id, at + 1]))
  const numberOf = ({ id }: Item) => numbers.get(id) ?? 0
  const hasExample = windowTokens >= LEAST_FOR_EXAMPLE
  const asking: Asking = { ...task, answerTokens, hasExample, asked: 0, failure: undefined }
  const room = roomFor(asking, windowTokens)
  const excerpts = cutExcerpts(
    transcript.items,
    room,
    (item) => model.countTokens(formatLine(item, numberOf(item))) + 1,
  )
  const lines: Line[][] = note.sections.map(() => [])
  const seen = new Set<string>()
  for (const [index, items] of excerpts.entries()) {
    const place = excerpts.length > 1 ? tellPlace(index + 1, excerpts.length) : undefined
    const answers = await askSections(asking, { items, numberOf, place }, excerpts.length)
    for (const [section, answer] of answers.entries()) lines[section]?.push(...(answer ?? []))
    if (answers.some((answer) => answer !== undefined)) for (const { id } of items) seen.add(id)
  }
  if (lines.flat().length === 0) throw asking.failure ?? new ModelFailure(until.late.aborted ? LATE : UNREADABLE)
  const prove = openEvidence(transcript.items, { ...note, heardIn: transcript.language })
  const unread = transcript.items.filter(({ id }) => !seen.has(id)).length
  return { sections: await proveOnce(lines, prove), unread, answerTokens, prove, numberOf }
}

const LATE = 'did not answer in time'
const UNREADABLE = 'gave no answer that can be read'

/** What is left for the transcript once the rules and an answer have their place. */
function roomFor({ model, note, request, answerTokens, hasExample }: Asking, windowTokens: number): number {
  const empty: Excerpt = { items: [], numberOf: () => 0, place: tellPlace(1, 1) }
  const frames = note.sections.map((_, at) => model.countTokens(promptForSection(empty, note, request, at, hasExample)))
  const room = windowTokens - answerTokens - Math.max(0, ...frames) - SPARE_TOKENS
  if (room >= LEAST_EXCERPT_TOKENS) return room
  throw new ModelFailure(`has a window of ${windowTokens} tokens, which is too small for this document`)
}

const tellPlace = (number: number, of: number) => `This is part ${number} of ${of} of the transcript.`

interface Asking extends Task {
  answerTokens: number
  hasExample: boolean
  /** Questions so far, answered or not. */
  asked: number
  failure: ModelFailure | undefined
}

/**
 * The lines of each section; undefined for one that was not answered. The first is asked alone: a server has read the excerpt
 * for the others then. Throws `ModelFailure` when that is the first of all and fails.
 */
async function askSections(asking: Asking, excerpt: Excerpt, excerpts: number): Promise<(Line[] | undefined)[]> {
  const places = asking.note.sections.map((_, at) => at)
  const ask = async (at: number) => {
    const answer = await askSection(asking, excerpt, at)
    asking.asked++
    await asking.onProgress(asking.asked / (places.length * excerpts))
    return answer
  }
  const first = await pMap(places.slice(0, 1), ask)
  return [...first, ...(await pMap(places.slice(1), ask, { concurrency: asking.model.atOnce }))]
}

async function askSection(asking: Asking, excerpt: Excerpt, at: number): Promise<Line[] | undefined> {
  const { model, note, request, until, answerTokens, hasExample } = asking
  // Its text is fixed.
  if (note.sections[at]?.isUntitled) return []
  if (until.late.aborted) return undefined
  const prompt = promptForSection(excerpt, note, request, at, hasExample)
  try {
    return await askLines(model, { prompt, mostTokens: answerTokens }, until)
  } catch (error) {
    if (!(error instanceof ModelFailure) || asking.asked === 0) throw error
    asking.failure = error
    return undefined
  }
}

/** What several excerpts or sections tell in the same words stands where it is told first. */
async function proveOnce(lines: readonly Line[][], prove: Read['prove']): Promise<Statement[][]> {
  const told = new Set<string>()
  const sections: Statement[][] = lines.map(() => [])
  for (const [at, section] of lines.entries())
    for (const line of section) {
      const words = plainWords(line.text).join(' ')
      if (saysNothing(line) || told.has(words)) continue
      told.add(words)
      // A search takes milliseconds: others are answered between two of them.
      await setImmediate()
      sections[at]?.push(prove(line))
    }
  return sections
}
