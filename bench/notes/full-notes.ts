import { formatMarkdown, type Note, type Statement } from '../../src/domain/note.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'
import { conceptF1, hasLexicon } from '../score/concepts.ts'
import { type RougeScores, rouge } from '../score/rouge.ts'
import { unsaidConcepts, unsaidDrugs, unsaidNumbers } from '../score/unsupported.ts'
import { type Encounter, readEncounters, transcriptOf } from './dialogues.ts'
import { faultsOf } from './style.ts'

/** Means over all notes, and shares of what they name, 0…1. */
export interface NoteScores extends RougeScores {
  meanWords: number
  unsaidNumbers: number
  /** Only where there is a lexicon. */
  concepts?: { f1: number; unsaidDrugs: number; unsaidConcepts: number }
  statements: number
  /** Statements with a fault of style, told by rule. */
  faulty: number
  withoutEvidence: number
}

/** Writes every consultation of a split and scores the notes against the clinicians'. */
export async function scoreNotes(writer: NoteWriter, split: string, kind: string): Promise<NoteScores> {
  const written: { text: string; note: string; dialogue: string }[] = []
  const statements: Statement[] = []
  for (const encounter of await readEncounters(split)) {
    const made = await writeNote(writer, encounter, kind)
    written.push({ text: formatMarkdown(made), note: encounter.note, dialogue: encounter.dialogue })
    statements.push(...made.sections.flatMap((section) => section.statements))
  }
  const rouges = written.map(({ text, note }) => rouge(text, note))
  const meanRouge = (name: keyof RougeScores) => mean(rouges.map((scores) => scores[name]))
  return {
    ...{ rouge1: meanRouge('rouge1'), rouge2: meanRouge('rouge2'), rougeLsum: meanRouge('rougeLsum') },
    meanWords: mean(written.map(({ text }) => text.split(/\s+/).filter(Boolean).length)),
    unsaidNumbers: unsaidNumbers(written),
    ...(hasLexicon() && {
      concepts: {
        f1: mean(written.map(({ text, note }) => conceptF1(text, note))),
        unsaidDrugs: unsaidDrugs(written),
        unsaidConcepts: unsaidConcepts(written),
      },
    }),
    statements: statements.length,
    faulty: statements.filter((statement) => faultsOf(statement).length > 0).length,
    withoutEvidence: statements.filter(({ evidence }) => evidence.length === 0).length,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** One note after the proof. */
export async function writeNote(writer: NoteWriter, { turns }: Encounter, kind: string): Promise<Note> {
  const transcript = transcriptOf(turns)
  const note = await writer.write(transcript, { kind }, AbortSignal.timeout(600_000))
  return prove(note, transcript)
}
