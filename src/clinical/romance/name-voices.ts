import type { Item, Speaker } from '../../domain/transcript.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { readItem } from './sentence.ts'

/** How much more a voice must say like one than like the other. */
const LEAST_DIFFERENCE = 2

/**
 * Items with who says them, where voices were told apart and nobody named them, or they were named by what English words they
 * say: a clinician asks and says "vous", a patient tells of himself. What a caller says of who speaks stays.
 */
export function nameVoices(items: readonly Item[], language: RomanceLanguage): Item[] {
  const isNamed = items.some(
    ({ speaker, speakerConfidence }) => speaker !== 'unspecified' && speakerConfidence === undefined,
  )
  const voices = Map.groupBy(items, ({ speakerLabel }) => speakerLabel)
  if (isNamed || voices.size < 2 || voices.has(undefined)) return [...items]
  const roles = new Map([...voices].map(([voice, own]) => [voice, roleOf(own, language)]))
  return items.map((item) => ({ ...item, speaker: roles.get(item.speakerLabel) ?? 'unspecified' }))
}

function roleOf(items: readonly Item[], language: RomanceLanguage): Speaker {
  const sentences = items.flatMap((item) => readItem({ ...item, speaker: 'unspecified' }, language))
  const clinician = sentences.filter(({ said, isQuestion }) => isQuestion || language.clinicianWords.test(said)).length
  const patient = sentences.filter(({ said }) => language.patientWords.test(said)).length
  if (clinician - patient >= LEAST_DIFFERENCE) return 'doctor'
  return patient - clinician >= LEAST_DIFFERENCE ? 'patient' : 'unspecified'
}
