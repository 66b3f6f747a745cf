import type { VersionedNote, VersionedTranscript } from '../../src/domain/revision.ts'

const TEXT = 'I have had this cough for about two weeks now and it keeps me awake at night.'

/** A made transcript as long as a long consultation, with words of all confidences. */
export function longTranscript(minutes: number, count: number): VersionedTranscript {
  const items = Array.from({ length: count }, (_, index) => {
    const startMs = Math.round((index * minutes * 60_000) / count)
    const words = TEXT.split(' ').map((text, at) => ({
      ...{ text, startMs: startMs + at * 150, endMs: startMs + (at + 1) * 150, confidence: ((index + at) % 10) / 10 },
    }))
    const isDoctor = index % 2 === 0
    return {
      ...{ id: `i${index + 1}`, text: TEXT, startMs, endMs: startMs + words.length * 150, words, confidence: 0.5 },
      ...{
        speaker: isDoctor ? ('doctor' as const) : ('patient' as const),
        speakerLabel: isDoctor ? 'SPEAKER_01' : 'SPEAKER_02',
      },
    }
  })
  return {
    language: 'en',
    durationMs: minutes * 60_000,
    items,
    engine: 'bench',
    model: 'bench',
    warnings: [],
    version: 0,
  }
}

/** A made note of such a consultation, each of whose statements rests on two items. */
export function longNote(statements: number, items: number): VersionedNote {
  const all = Array.from({ length: statements }, (_, index) => {
    const first = Math.floor((index * (items - 2)) / statements) + 1
    return { text: `${index + 1}. ${TEXT}`, evidence: [`i${first}`, `i${first + 1}`], support: 'derived' as const }
  })
  const sections = ['subjective', 'objective', 'assessment', 'plan'].map((key, at, { length }) => ({
    ...{ key, title: key },
    statements: all.slice((at * statements) / length, ((at + 1) * statements) / length),
  }))
  return { kind: 'soap_note', title: 'SOAP note', language: 'en', sections, writer: 'bench', warnings: [], version: 0 }
}
