import { measureFairness } from './fairness.ts'
import { measureLength } from './length.ts'
import { measureNearMisses } from './near-misses.ts'
import { measureRealClips } from './real-clips.ts'
import { measureWordsAndSpeakers } from './words-and-speakers.ts'

// Prints how well, how fast and in how much memory consultations are heard, against `pocketsphinx_continuous` on the same
// recordings in the same run. `npm run bench:speech`, or one part: `node bench/speech/run.ts words|clips|length|fairness|names`

const PARTS: Record<string, () => Promise<void>> = {
  words: measureWordsAndSpeakers,
  clips: measureRealClips,
  length: measureLength,
  fairness: measureFairness,
  names: measureNearMisses,
}

const wanted = process.argv[2]
for (const [name, measure] of Object.entries(PARTS)) if (wanted === undefined || wanted === name) await measure()
