import { readFileSync } from 'node:fs'
import { formatMarkdown } from '../../src/domain/note.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import { type Encounter, readEncounters, readJson, transcriptOf } from './dialogues.ts'
import { writeNote } from './full-notes.ts'

/**
 * Prints consultations with the note that Osler writes of each, for a person who reads it statement by statement:
 * `node bench/notes/read.ts valid 0 5` (ACI-BENCH), `node bench/notes/read.ts primock57 0 5`, or `node bench/notes/read.ts made`
 * (made-visits.txt), by their place in the file. Behind each statement stand the numbers of the turns that it cites; the
 * clinician's own note stands below.
 */
const [, , split = 'valid', ...wanted] = process.argv
const READ: Record<string, () => Promise<Encounter[]> | Encounter[]> = {
  primock57: () => readJson<Encounter[]>('data/primock57/dev.json'),
  made: readMade,
}

for (const [at, encounter] of (await (READ[split] ?? (() => readEncounters(split)))()).entries()) {
  if (wanted.length > 0 && !wanted.includes(String(at))) continue
  const note = await writeNote(openExtractive(), encounter, 'history_and_physical')
  const { items } = transcriptOf(encounter.turns)
  console.log(`\n# ${encounter.id}\n\n${items.map(({ id, speaker, text }) => `${id} ${speaker}: ${text}`).join('\n')}`)
  for (const { title, statements } of note.sections) {
    if (statements.length > 0) console.log(`\n## ${title}`)
    for (const { text, evidence } of statements) console.log(`- ${text}  [${evidence.join(' ')}]`)
  }
  for (const { message } of note.warnings) console.log(`! ${message}`)
  if (encounter.note === '') continue
  console.log(`\n${words(formatMarkdown(note))} words, the clinician ${words(encounter.note)}:\n${encounter.note}`)
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** Visits that were written here: "= name", then a turn a line. */
function readMade(): Encounter[] {
  const speakers: Record<string, string> = { D: 'doctor', P: 'patient', O: 'companion' }
  const visits = readFileSync(new URL('made-visits.txt', import.meta.url), 'utf8')
    .split(/^= /m)
    .slice(1)
  return visits.map((visit) => {
    const [id = '', ...lines] = visit.split('\n')
    const turns = lines.flatMap((line) => {
      const [, who, text] = /^([DPO]): (.+)$/.exec(line) ?? []
      return who && text ? [{ speaker: speakers[who] ?? '?', text }] : []
    })
    return { id, subset: 'made', turns, note: '', dialogue: '' }
  })
}
