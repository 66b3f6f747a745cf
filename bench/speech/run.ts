import { measureFairness } from './fairness.ts'
import { measureNearMisses } from './near-misses.ts'
import { measureWordsAndSpeakers } from './words-and-speakers.ts'

// Prints how well made voices are heard, beside faster-whisper by itself on the same recordings in the same run; real
// people are heard by `npm run bench:real`. `npm run bench:speech`, or one part: `node bench/speech/run.ts words|fairness|names`

const PARTS: Record<string, () => Promise<void>> = {
  words: measureWordsAndSpeakers,
  fairness: measureFairness,
  names: measureNearMisses,
}

const wanted = process.argv[2]
for (const [name, measure] of Object.entries(PARTS)) if (wanted === undefined || wanted === name) await measure()
