import { setImmediate } from 'node:timers/promises'
import { readEnglishWords } from '../../clinical/en/english-words.ts'
import { BRAND_NAMES, MEDICINE_NAMES } from '../../clinical/en/medicines.ts'
import { openNearMisses } from '../../clinical/en/near-misses.ts'
import { openSaidTerms } from '../../clinical/en/said-terms.ts'
import { serves } from '../../domain/language.ts'
import type { Word } from '../../domain/transcript.ts'
import type { CorrectNames, RecognizedSegment } from '../../engines/speech/recognizer.ts'
import { type Correction, findMisheard, findSaid } from './find-names.ts'
import { putName } from './put-name.ts'

/**
 * Writes the terms of the vocabulary as they stand there, and the medicine or term in the place of what is no English
 * word, or no likely phrase, and sounds like it; what was heard stays with the words. The English words are read when
 * they are first needed, and kept.
 */
export function openNameCorrection(medicineNames = MEDICINE_NAMES): CorrectNames {
  const medicines = medicineNames.map((name) => ({ text: BRAND_NAMES.has(name) ? capital(name) : name }))
  let english: ReturnType<typeof readEnglishWords> | undefined
  return async (heard, { language, vocabulary }) => {
    const findTerm = openSaidTerms(vocabulary)
    const said = await correctWith(heard, (words) => findSaid(words, findTerm))
    if (!serves('en', language)) return said
    english ??= readEnglishWords()
    const terms = vocabulary.map((term) => ({ ...term, isTerm: true }))
    const findNear = openNearMisses([...terms, ...medicines], await english)
    return correctWith(said, (words) => findMisheard(words, findNear))
  }
}

/** Segment by segment, so that the process answers others between two of an hour's. */
async function correctWith(
  heard: readonly RecognizedSegment[],
  find: (words: readonly Word[]) => Correction[],
): Promise<RecognizedSegment[]> {
  const corrected: RecognizedSegment[] = []
  for (const segment of heard) {
    await setImmediate()
    corrected.push({ ...segment, words: putNames(segment.words, find(segment.words)) })
  }
  return corrected
}

/** From the last one on, so that the places of the others stay. */
function putNames(heard: readonly Word[], corrections: readonly Correction[]): Word[] {
  const words = [...heard]
  for (const { at, taken, name } of corrections.toSorted((a, b) => b.at - a.at)) {
    words.splice(at, taken, ...putName(name, heard.slice(at, at + taken), heard[at - 1]))
  }
  return words
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
