import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'
import { type Encounter, readEncounters, transcriptOf } from './dialogues.ts'

/** What Intron's upload can ask for after a telehealth visit. */
const TELEHEALTH_KINDS = [
  ...['summary', 'entity_list', 'treatment_plan', 'soap_note', 'clerking', 'icd_codes', 'suggestions'],
  ...['differential_diagnosis', 'followup_instructions', 'practice_guidelines'],
]
/** Twenty minutes at 150 words a minute. */
const WORDS = 3000

/** How long one process takes for all telehealth kinds of a twenty-minute visit the first time, and what it needs beyond the loaded code. */
export async function measureKindsAtOnce(writer: NoteWriter): Promise<{ elapsedMs: number; addedMegabytes: number }> {
  const transcript = transcriptOf(await readTurns())
  const before = process.resourceUsage().maxRSS
  const startedMs = performance.now()
  for (const kind of TELEHEALTH_KINDS) {
    prove(await writer.write(transcript, { kind }, AbortSignal.timeout(600_000)), transcript)
  }
  const elapsedMs = performance.now() - startedMs
  return { elapsedMs, addedMegabytes: (process.resourceUsage().maxRSS - before) / 1024 }
}

async function readTurns(): Promise<Encounter['turns']> {
  const turns: Encounter['turns'] = []
  let words = 0
  for (const turn of (await readEncounters('valid')).flatMap((encounter) => encounter.turns)) {
    if (words > WORDS) break
    turns.push(turn)
    words += turn.text.split(' ').length
  }
  return turns
}
