import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { printMarkdown } from '../../src/domain/note.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { prove } from '../../src/engines/notes/proof/prove.ts'
import { type Encounter, EVALUATION, readEncounters, transcriptOf } from './dialogues.ts'

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
}

/** Writes every consultation of a split and scores the notes against the clinicians'. */
export async function scoreNotes(writer: NoteWriter, split: string, kind: string): Promise<NoteScores> {
  const notes: Record<string, string> = {}
  for (const encounter of await readEncounters(split)) notes[encounter.id] = await writeNote(writer, encounter, kind)
  const folder = await mkdtemp(join(tmpdir(), 'osler-notes-'))
  const path = join(folder, 'notes.json')
  await writeFile(path, JSON.stringify(notes))
  const scorer = fileURLToPath(new URL('score/note_score.py', EVALUATION))
  const references = fileURLToPath(new URL(`data/aci-bench/${split}.json`, EVALUATION))
  return JSON.parse((await execa('python3', [scorer, references, path])).stdout) as NoteScores
}

/** One note as it is printed, after the proof. */
export async function writeNote(writer: NoteWriter, { turns }: Encounter, kind: string): Promise<string> {
  const transcript = transcriptOf(turns)
  const note = await writer.write(transcript, { kind }, AbortSignal.timeout(600_000))
  return printMarkdown(prove(note, transcript))
}
