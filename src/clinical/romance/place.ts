import type { Speaker } from '../../domain/transcript.ts'
import type { Place, Topic } from '../topic.ts'
import { type Meaning, meaningsOf } from './meanings.ts'
import { findLongest } from './names.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'

/** Who speaks: as the transcript says, or else by the words. */
export function roleOf(
  { speaker, said }: Pick<Sentence, 'speaker' | 'said'>,
  language: RomanceLanguage,
): Exclude<Speaker, 'unspecified'> {
  if (speaker !== 'unspecified') return speaker
  if (language.patientWords.test(said)) return 'patient'
  const isOfExamination = language.places.some(([place, , cue]) => place !== 'subjective' && cue.test(said))
  return language.clinicianWords.test(said) || isOfExamination ? 'doctor' : 'patient'
}

/** What is in another language may matter from so many words and marks on. */
const LEAST_FOREIGN = 4

/** Whether it belongs in a note at all: small talk names nothing of health. */
export function matters(sentence: Sentence, language: RomanceLanguage): boolean {
  const { said, tokens } = sentence
  if (language.toScribe.test(said)) return false
  if (sentence.isForeign) return tokens.length >= LEAST_FOREIGN
  const isDecided = roleOf(sentence, language) === 'doctor' && !sentence.isQuestion
  return (
    (isDecided &&
      (language.places.some(([, , cue]) => cue.test(said)) || language.turn.toDiagnosis(tokens) !== undefined)) ||
    language.matters.test(said) ||
    language.allergy.cue.test(said) ||
    [language.findings, language.conditions, language.habits].some(
      (names) => findLongest(tokens, names, language).length > 0,
    ) ||
    meaningsOf(sentence, language).some(({ sort }) => sort === 'medicine' || sort === 'side') ||
    tokens.some(({ raw }) => language.bodyParts.has(raw))
  )
}

export function topicOf({ said, tokens }: Sentence, meanings: readonly Meaning[], language: RomanceLanguage): Topic {
  const isFamily = meanings.some(
    ({ person, sort }) => sort !== 'relative' && person !== 'patient' && person !== 'other',
  )
  if (language.allergy.cue.test(said) && !isFamily) return 'allergies'
  if (isFamily && meanings.some(({ sort }) => sort === 'name')) return 'family_history'
  if (meanings.some(({ sort }) => sort === 'medicine')) return 'medications'
  const cued = language.topics.find(([, cue]) => cue.test(said))?.[0]
  if (cued) return cued
  const hasCondition = findLongest(tokens, language.conditions, language).length > 0
  const hasSymptom = findLongest(tokens, language.findings, language).length > 0
  return hasCondition && !hasSymptom ? 'past_medical_history' : 'history'
}

/** Where what a clinician says stands: by its cues, else a condition is his assessment and all else what he found. */
export function placeOf(
  { said, tokens }: Sentence,
  meanings: readonly Meaning[],
  language: RomanceLanguage,
): [Place, Topic] {
  const cued = language.places.find(([, , cue]) => cue.test(said))
  if (cued) return [cued[0], cued[1]]
  if (meanings.some(({ sort }) => sort === 'medicine')) return ['plan', 'prescription']
  if (findLongest(tokens, language.conditions, language).length > 0) return ['assessment', 'assessment']
  const isFound = tokens.some(({ raw }) => language.bodyParts.has(raw)) || meanings.some(({ sort }) => sort === 'name')
  return isFound ? ['objective', 'examination'] : ['plan', 'advice']
}
