import type { VersionedTranscript } from '../../src/domain/revision.ts'

const ITEMS_A_MINUTE = 700 / 60
const TEXT = 'I have had this cough for about two weeks now and it keeps me awake at night.'

/** A made transcript as long as a long consultation, with words of all confidences. */
export function longTranscript(minutes: number): VersionedTranscript {
  const items = Array.from({ length: Math.round(minutes * ITEMS_A_MINUTE) }, (_, index) => {
    const startMs = Math.round((index * 60_000) / ITEMS_A_MINUTE)
    const words = TEXT.split(' ').map((text, at) => ({
      ...{ text, startMs: startMs + at * 250, endMs: startMs + (at + 1) * 250, confidence: ((index + at) % 10) / 10 },
    }))
    const isDoctor = index % 2 === 0
    return {
      ...{ id: `i${index + 1}`, text: TEXT, startMs, endMs: startMs + words.length * 250, words, confidence: 0.5 },
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
