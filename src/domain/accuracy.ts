import type { Item, Transcript, Word } from './transcript.ts'
import type { Warning } from './warnings.ts'

/**
 * Estimated accuracy below which no document is written: three words in ten are wrong then, so that hardly a sentence of
 * four words stands as it was said. Set by what is at stake, on confidences that are calibrated.
 */
const LEAST_ACCURACY = 0.7
/** The code of the warning, on a transcript and on what was not written of it. */
export const SPEECH_DOUBTFUL = 'speech_doubtful'

/**
 * Mean confidence of a segment below which it is no speech in this language: made music gave up to 0.34, a siren 0.23, French
 * 0.15 to 0.6; of real English clips that were partly understood none was below 0.41.
 */
const LEAST_CONFIDENCE = 0.35
/** A word or two that stand alone are unsure more often. */
const FEW_WORDS = 2
const LEAST_CONFIDENCE_OF_FEW = 0.15

/** Whether words are more likely another language, music or noise than speech. Engines that tell no confidence are believed. */
export function isUnclear(words: readonly Pick<Word, 'confidence'>[]): boolean {
  const mean = meanConfidence(words)
  return mean !== undefined && mean < (words.length > FEW_WORDS ? LEAST_CONFIDENCE : LEAST_CONFIDENCE_OF_FEW)
}

/** Below this, every second word is wrong. */
const LEAST_SURE = 0.5

/** Whether a word is more likely wrong than right. */
export const isUnsureWord = ({ confidence = 1 }: Pick<Word, 'confidence'>) => confidence < LEAST_SURE

/** Mean of the confidences that are known, each word once; undefined where none is. */
export function meanConfidence(words: readonly Pick<Word, 'confidence'>[]): number | undefined {
  const known = words.flatMap(({ confidence }) => confidence ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, confidence) => sum + confidence, 0) / known.length
}

/**
 * Part of the words that are likely to be right, 0…1. Items whose words have no confidence do not count; undefined where
 * no word has one: an engine that gives none is believed, and so are words that a client gave.
 */
export function estimateAccuracy(items: readonly Pick<Item, 'words'>[]): number | undefined {
  const mean = meanConfidence(items.flatMap(({ words }) => words))
  // A mean of 0.7 thrice is a little less than 0.7 in floating point.
  return mean === undefined ? undefined : Math.round(mean * 1000) / 1000
}

/** The accuracy of items that are too doubtful to write from; undefined of all others. */
export function doubtfulAccuracy(items: readonly Pick<Item, 'words'>[]): number | undefined {
  const accuracy = estimateAccuracy(items)
  return accuracy !== undefined && accuracy < LEAST_ACCURACY ? accuracy : undefined
}

/** The transcript with the warning that its items deserve as they are now, whatever it said of them before. */
export function judgeAccuracy<Judged extends Pick<Transcript, 'items' | 'warnings'>>(transcript: Judged): Judged {
  const others = transcript.warnings.filter(({ code }) => code !== SPEECH_DOUBTFUL)
  const accuracy = doubtfulAccuracy(transcript.items)
  return { ...transcript, warnings: accuracy === undefined ? others : [...others, warnOfTranscript(accuracy)] }
}

const warnOfTranscript = (accuracy: number): Warning => ({
  code: SPEECH_DOUBTFUL,
  message: `${formatShares(accuracy)}: correct this transcript against the recording, or record again closer to who speaks.`,
})

/** Why a document has no statements. */
export const warnOfDocument = (accuracy: number): Warning => ({
  code: SPEECH_DOUBTFUL,
  message: `Nothing was written. ${formatShares(accuracy)}: correct the transcript, then have this written again.`,
})

// Rounded down, so that what is just below the limit does not read as if it had reached it.
const formatShares = (accuracy: number) =>
  `About ${Math.floor(Math.round(accuracy * 1000) / 10)} % of the words are likely to be right, and documents need ${Math.round(LEAST_ACCURACY * 100)} %`
