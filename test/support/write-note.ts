import type { Speaker } from '../../src/domain/transcript.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'
import { transcriptOf } from './spoken-words.ts'

export type Turn = [Speaker, string]

/** What the built-in writer's document says of these turns after the proof, section by section. */
export async function writeNote(kind: string, ...turns: Turn[]): Promise<Record<string, string[]>> {
  const transcript = transcriptOf(turns.map(([, text]) => text))
  for (const [at, [speaker]] of turns.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = prove(await openExtractive().write(transcript, { kind }, new AbortController().signal), transcript)
  return Object.fromEntries(note.sections.map(({ key, statements }) => [key, statements.map(({ text }) => text)]))
}
