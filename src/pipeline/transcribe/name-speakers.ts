import { findRoles } from '../../clinical/en/speaker-roles.ts'
import type { Item, Speaker } from '../../domain/transcript.ts'

export interface NamedVoice {
  speaker: Speaker
  speakerConfidence: number
}

/** Items with who says them. Where voices were not told apart they stay as they are. */
export function nameSpeakers(items: readonly Item[]): Item[] {
  return withNames(items, nameVoices(items))
}

/** Items of voices whose names are known. */
function withNames(items: readonly Item[], names: ReadonlyMap<string, NamedVoice>): Item[] {
  return items.map((item) => ({ ...item, ...names.get(item.speakerLabel ?? '') }))
}

/**
 * Doctor, patient and others, by what each voice says and never by who speaks first. Of several voices that do not speak
 * like a doctor, the one that says most is the patient. What is not sure is `unspecified`. One voice alone has no name.
 */
export function nameVoices(items: readonly Pick<Item, 'text' | 'speakerLabel'>[]): Map<string, NamedVoice> {
  const told = items.flatMap(({ text, speakerLabel: voice }) => (voice === undefined ? [] : { text, voice }))
  const named = new Map<string, NamedVoice>()
  if (new Set(told.map(({ voice }) => voice)).size < 2) return named
  const said = new Map<string, number>()
  for (const [at, { role, confidence }] of findRoles(told).entries()) {
    const { voice, text } = told[at] as (typeof told)[number]
    named.set(voice, { speaker: role, speakerConfidence: Math.round(confidence * 1000) / 1000 })
    said.set(voice, (said.get(voice) ?? 0) + text.length)
  }
  const [, ...others] = [...named.keys()]
    .filter((voice) => named.get(voice)?.speaker === 'patient')
    .sort((a, b) => (said.get(b) ?? 0) - (said.get(a) ?? 0))
  for (const voice of others) named.set(voice, { ...(named.get(voice) as NamedVoice), speaker: 'other' })
  return named
}
