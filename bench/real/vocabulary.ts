import { readFile } from 'node:fs/promises'
import { MEDICINE_NAMES } from '../../src/clinical/en/medicines.ts'
import type { Term } from '../../src/domain/vocabulary.ts'
import type { CorrectNames, RecognizedSegment } from '../../src/engines/speech/recognizer.ts'
import { openNameCorrection } from '../../src/pipeline/transcribe/correct-names.ts'
import { openHearing } from '../../test/support/hearing.ts'
import { EVALUATION } from '../evaluation/folder.ts'
import { alignWords } from '../speech/align-words.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'
import { type DrugSentences, speakDrugSentences } from './drug-sentences.ts'
import { hearSegments } from './hear-segments.ts'

const MODEL = 'whisper-base'
const UNSAID = 200

interface Recording {
  file: string
  language: string
  reference: string | null
}

/**
 * What vocabularies do: how many names of medicines are missed on made speech, as the engine wrote them, corrected by the
 * medicines that Osler knows, and with these as a vocabulary besides; and, on recordings of real people, how many words
 * change by a vocabulary of names that were not said. Nothing of what was said is printed.
 */
export async function measureVocabulary(): Promise<void> {
  const hearing = await openHearing(MODEL)
  const correct = openNameCorrection()
  try {
    const spoken = await speakDrugSentences()
    await tellMissed(spoken, await hearSegments(hearing, spoken.wav), correct)
    const folder = new URL('data/real-speech/', EVALUATION)
    const all = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8')) as Recording[]
    const heard: RealSpeech[] = []
    for (const { file, language, reference } of all) {
      if (language !== 'en') continue
      heard.push({ reference, heard: await hearSegments(hearing, new URL(file, folder).pathname) })
    }
    await tellChanges(heard, correct)
  } finally {
    await hearing.recognizer[Symbol.asyncDispose]()
  }
}

async function tellMissed(
  { words, drugs }: DrugSentences,
  heard: readonly RecognizedSegment[],
  correct: CorrectNames,
): Promise<void> {
  const vocabulary = [...drugs].map((text): Term => ({ text }))
  const ways: Record<string, readonly RecognizedSegment[]> = {
    'as the engine wrote it': heard,
    'corrected, without a vocabulary': await correct(heard, { language: 'en', vocabulary: [] }),
    'corrected, with these names as one': await correct(heard, { language: 'en', vocabulary }),
    'the same, had Osler no list of medicines': await openNameCorrection([])(heard, { language: 'en', vocabulary }),
  }
  const said = words.filter((word) => drugs.has(word)).length
  for (const [way, segments] of Object.entries(ways)) {
    const written = wordsOf(segments)
    const found = new Set(alignWords(words, written).map(([place]) => place))
    const missed = words.filter((word, place) => drugs.has(word) && !found.has(place)).length
    const errors = (100 * wordErrorRate(words, written)).toFixed(1)
    console.log(`${way.padEnd(42)} ${missed} of ${said} names missed, ${errors} % of ${words.length} words wrong`)
  }
}

interface RealSpeech {
  reference: string | null
  heard: readonly RecognizedSegment[]
}

async function tellChanges(recordings: readonly RealSpeech[], correct: CorrectNames): Promise<void> {
  const said = new Set(
    recordings.flatMap(({ reference, heard }) => [...normalizeWords(reference ?? ''), ...wordsOf(heard)]),
  )
  const unsaid = MEDICINE_NAMES.filter((name) => !said.has(name)).slice(0, UNSAID)
  const lists: Record<string, Term[]> = {
    'without a vocabulary': [],
    [`with ${unsaid.length} names that were not said`]: unsaid.map((text) => ({ text })),
    'the same names, with capitals': unsaid.map((text) => ({ text: text.toUpperCase() })),
  }
  for (const [way, vocabulary] of Object.entries(lists)) {
    const counts = { words: 0, changed: 0, errors: 0, errorsBefore: 0, said: 0 }
    for (const { reference, heard } of recordings) {
      const corrected = await correct(heard, { language: 'en', vocabulary })
      const [before, after] = [wordsOf(heard), wordsOf(corrected)]
      counts.words += before.length
      counts.changed += corrected.flatMap(({ words }) => words.filter((word) => word.heard !== undefined)).length
      if (reference === null) continue
      const words = normalizeWords(reference)
      counts.said += words.length
      counts.errorsBefore += wordErrorRate(words, before) * words.length
      counts.errors += wordErrorRate(words, after) * words.length
    }
    const share = (errors: number) => `${((100 * errors) / counts.said).toFixed(2)} %`
    console.log(
      `${way.padEnd(42)} ${counts.changed} of ${counts.words} words changed, word errors ${share(counts.errorsBefore)} → ${share(counts.errors)}`,
    )
  }
}

const wordsOf = (segments: readonly RecognizedSegment[]) =>
  segments.flatMap(({ words }) => words.flatMap(({ text }) => normalizeWords(text)))

if (import.meta.main) await measureVocabulary()
