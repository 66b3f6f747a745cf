import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { formatMarkdown, type Note, type Statement } from '../../src/domain/note.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'
import { EVALUATION } from '../evaluation/folder.ts'
import { type Encounter, readEncounters, transcriptOf } from './dialogues.ts'

export interface NoteScores {
  rouge1: number
  rouge2: number
  rougeLsum: number
  concept_polarity_f1: number
  concept_polarity_p: number
  concept_polarity_r: number
  mean_words: number
  ref_words: number
  divisions: Record<string, { rouge1: number; concept_polarity_f1: number; absent_in_hyp: number }>
  unsupported_percent: { numbers: number; concepts: number; drugs: number }
  statements: number
  without_evidence: number
}

/** Writes every consultation of a split and scores the notes against the clinicians'. */
export async function scoreNotes(writer: NoteWriter, split: string, kind: string): Promise<NoteScores> {
  const notes: Record<string, string> = {}
  const statements: Statement[] = []
  for (const encounter of await readEncounters(split)) {
    const note = await writeNote(writer, encounter, kind)
    notes[encounter.id] = formatMarkdown(note)
    statements.push(...note.sections.flatMap((section) => section.statements))
  }
  const folder = await mkdtemp(join(tmpdir(), 'osler-notes-'))
  const path = join(folder, 'notes.json')
  await writeFile(path, JSON.stringify(notes))
  const scorer = fileURLToPath(new URL('score/note_score.py', EVALUATION))
  const references = fileURLToPath(new URL(`data/aci-bench/${split}.json`, EVALUATION))
  const scores = JSON.parse((await execa('python3', [scorer, references, path])).stdout)
  const isBare = ({ evidence }: Statement) => evidence.length === 0
  return { ...scores, statements: statements.length, without_evidence: statements.filter(isBare).length }
}

/** One note after the proof. */
async function writeNote(writer: NoteWriter, { turns }: Encounter, kind: string): Promise<Note> {
  const transcript = transcriptOf(turns)
  const note = await writer.write(transcript, { kind }, AbortSignal.timeout(600_000))
  return process.env.NOPROOF ? note : prove(note, transcript)
}
