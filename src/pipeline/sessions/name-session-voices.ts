import type { NewItem, SessionVoice } from '../../domain/session.ts'
import { nameVoices } from '../transcribe/name-speakers.ts'

/** The voices of a session's items with who they are, by what each says: those that are known, and those that channels tell. */
export function nameSessionVoices(items: readonly NewItem[], known: readonly SessionVoice[]): SessionVoice[] {
  const names = nameVoices(items)
  const voices = new Map(known.map((voice) => [voice.label, voice]))
  for (const { speakerLabel: label } of items) {
    if (label !== undefined && !voices.has(label)) voices.set(label, { label, speaker: 'unspecified' })
  }
  return [...voices.values()].map(({ label, embedding }) => ({
    label,
    speaker: 'unspecified' as const,
    ...names.get(label),
    ...(embedding && { embedding }),
  }))
}
