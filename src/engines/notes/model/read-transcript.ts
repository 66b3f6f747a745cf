import { plainWords } from '../../../clinical/en/words.ts'
import type { Note } from '../../../domain/note.ts'
import type { Item, Transcript } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteRequest } from '../note-writer.ts'
import { checkStated } from './check-stated.ts'
import { cutExcerpts } from './cut-excerpts.ts'
import { type LanguageModel, type Message, ModelFailure } from './language-model.ts'
import { promptFor, promptForProof, promptForRepair, type Refused } from './prompt.ts'
import { answerJsonSchema, readAnswer, type StatedSection } from './read-answer.ts'

/** The answer may take a quarter of the window, and so may what is asked again. */
const ANSWER_SHARE = 0.25
const MOST_ANSWER_TOKENS = 4096
/** With less than this for the transcript, an excerpt would hold a sentence or two. */
const LEAST_PART_TOKENS = 200

/** All that the questions of one document have in common. */
interface Task {
  model: LanguageModel
  /** The transcript's items by their ids. */
  texts: ReadonlyMap<string, string>
  request: NoteRequest
  note: Note
  keys: string[]
  answerTokens: number
  signal: AbortSignal
}

/**
 * The document as the model writes it, excerpt by excerpt where the transcript is longer than its window. Throws
 * `ModelFailure` when no excerpt came to anything.
 */
export async function readTranscript(
  model: LanguageModel,
  transcript: Transcript,
  request: NoteRequest,
  note: Note,
  signal: AbortSignal,
): Promise<Note> {
  const windowTokens = await model.windowTokens(signal)
  const answerTokens = Math.min(MOST_ANSWER_TOKENS, Math.floor(windowTokens * ANSWER_SHARE))
  const texts = new Map(transcript.items.map(({ id, text }) => [id, text]))
  const task = { model, texts, request, note, keys: note.sections.map(({ key }) => key), answerTokens, signal }
  const excerpts = cutExcerpts(transcript.items, roomFor(task, windowTokens), (text) => model.countTokens(text))
  const seen = new Set<string>()
  const sections: StatedSection[] = []
  for (const [index, items] of excerpts.entries()) {
    const told = excerpts.length > 1 ? `This is part ${index + 1} of ${excerpts.length} of the transcript.` : undefined
    const read = await readPart(task, items, told)
    if (read === undefined) continue
    sections.push(...read)
    for (const { id } of items) seen.add(id)
  }
  if (seen.size === 0) throw new ModelFailure('gave no answer that can be read')
  return { ...note, sections: merge(task, sections), warnings: warn(transcript.items, seen) }
}

/** What is left for the transcript once the rules, an answer and an answer to be repaired have their place. */
function roomFor({ model, note, request, answerTokens }: Task, windowTokens: number): number {
  const frame = promptFor(note, request, []).reduce((sum, { content }) => sum + model.countTokens(content), 0)
  const room = windowTokens - frame - 2 * answerTokens - LEAST_PART_TOKENS
  if (room >= LEAST_PART_TOKENS) return room
  throw new ModelFailure(`has a window of ${windowTokens} tokens, which is too small for this document`)
}

/** What the model states about one excerpt; undefined when it cannot be read, asked twice. */
async function readPart(task: Task, items: readonly Item[], told: string | undefined) {
  const asked = promptFor(task.note, task.request, items, told)
  const read = await askTwice(task, asked)
  return read && repairRefused(task, asked, read)
}

async function ask({ model, keys, answerTokens, signal }: Task, messages: Message[]): Promise<string> {
  signal.throwIfAborted()
  return model.ask({ messages, schema: answerJsonSchema(keys), mostTokens: answerTokens }, signal)
}

async function askTwice(task: Task, asked: Message[]): Promise<StatedSection[] | undefined> {
  const answer = await ask(task, asked)
  const read = readAnswer(answer, task.keys)
  if ('sections' in read) return read.sections
  const again = readAnswer(await ask(task, promptForRepair(asked, answer, read.wrong)), task.keys)
  return 'sections' in again ? again.sections : undefined
}

/** What the proof refuses is asked once more; what still does not stand stays, for the proof to leave out and count. */
async function repairRefused(task: Task, asked: Message[], read: StatedSection[]): Promise<StatedSection[]> {
  const refused = read.flatMap((section) => findRefused(task, section))
  if (refused.length === 0) return read
  const answer = readAnswer(await askForRepair(task, promptForProof(asked, refused)), task.keys)
  if (!('sections' in answer)) return read
  const wrong = new Set(refused.map(({ text }) => text))
  const stood = read.map(({ key, statements }) => ({
    key,
    statements: statements.filter(({ text }) => !wrong.has(text)),
  }))
  return [...stood, ...answer.sections]
}

/** What was read already is not given up because its repair fails. */
async function askForRepair(task: Task, messages: Message[]): Promise<string> {
  try {
    return await ask(task, messages)
  } catch (error) {
    if (error instanceof ModelFailure) return ''
    throw error
  }
}

function findRefused(task: Task, { key, statements }: StatedSection): Refused[] {
  return statements.flatMap((stated) => {
    const { fault } = checkStated(stated, task.texts, task.note.language)
    return fault ? [{ ...stated, key, fault }] : []
  })
}

/** The excerpts' statements by section; one that several excerpts make stands once, with the evidence of all. */
function merge(task: Task, read: readonly StatedSection[]): Note['sections'] {
  return task.note.sections.map((section) => {
    const stated = read.filter(({ key }) => key === section.key).flatMap(({ statements }) => statements)
    const merged = new Map<string, StatedSection['statements'][number]>()
    for (const { text, evidence } of stated) {
      const words = plainWords(text).join(' ')
      const known = merged.get(words)
      merged.set(words, {
        text: known?.text ?? text,
        evidence: [...new Set([...(known?.evidence ?? []), ...evidence])],
      })
    }
    return {
      ...section,
      statements: [...merged.values()].map((one) => checkStated(one, task.texts, task.note.language).statement),
    }
  })
}

function warn(items: readonly Item[], seen: ReadonlySet<string>): Warning[] {
  const unread = items.filter(({ id }) => !seen.has(id)).length
  if (unread === 0) return []
  const message = `Not read by the language model: ${unread} of ${items.length} items of the transcript.`
  return [{ code: 'items_unread', message }]
}
