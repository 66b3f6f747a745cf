import type { ConsultationRecord } from '../../src/domain/consultation-record.ts'
import type { Note, Statement } from '../../src/domain/note.ts'
import { blankNote, type NoteKindName } from '../../src/domain/note-kinds.ts'
import type { Item, Speaker, Transcript } from '../../src/domain/transcript.ts'

/** A made consultation: who says what, four seconds apart. */
export const SAID: [Speaker, string][] = [
  ['doctor', 'Are you allergic to anything?'],
  ['patient', 'Yes, penicillin.'],
  ['patient', 'I take metformin 500 milligrams twice a day.'],
  ['doctor', 'Your blood pressure is 140 over 90 and your pulse is 80.'],
  ['patient', 'My mother had diabetes.'],
  ['patient', 'I have had a headache for three days and I have asthma.'],
  ['doctor', 'I will order a chest x-ray and a CBC.'],
  ['doctor', 'Start ibuprofen 400 milligrams every six hours as needed for seven days.'],
  ['doctor', 'Stop the lisinopril.'],
  ['doctor', 'I will see you back in two weeks.'],
]

export function transcriptOfSpeakers(said: readonly [Speaker, string][], language = 'en'): Transcript {
  const items = said.map(([speaker, text], index): Item => {
    const startMs = index * 4000
    return { id: `i${index + 1}`, text, speaker, startMs, endMs: startMs + 3000, words: [] }
  })
  return { language, durationMs: said.length * 4000, items, engine: 'test', model: 'test', warnings: [] }
}

/** A document of a kind with statements in its sections, the others empty. */
export function noteOf(kind: NoteKindName, sections: Record<string, Statement[]>): Note {
  const note = blankNote(kind, 'en', 'test')
  for (const [key, statements] of Object.entries(sections)) {
    const section = note.sections.find((candidate) => candidate.key === key)
    if (!section) throw new Error(`${kind} has no section ${key}`)
    section.statements = statements
  }
  return note
}

export const derived = (text: string, evidence: string[], attributes?: Record<string, string>): Statement => ({
  ...{ text, evidence, support: 'derived' },
  ...(attributes && { attributes }),
})

export function recordOf(notes: Note[], transcript: Transcript = transcriptOfSpeakers(SAID)): ConsultationRecord {
  const dates = { startedAt: new Date('2026-03-02T09:00:00Z'), writtenAt: new Date('2026-03-02T09:30:00Z') }
  return { id: '0195a3c1-7b2e-7cc0-8f00-3f1d2a4b5c6d', ...dates, transcript, notes }
}
