import { measureStartUp } from '../start-up.ts'
import { measureConfidence } from './confidence.ts'
import { type Hearing, openHearing } from './hear.ts'
import { measureInvented } from './invented.ts'
import { measureMemory } from './memory.ts'
import { measureSpeakers } from './speakers.ts'
import { measureSpeed } from './speed.ts'
import { measureTimes } from './times.ts'
import { measureTogether } from './together.ts'
import { measureVocabulary } from './vocabulary.ts'
import { measureWords } from './words.ts'

// Prints how well real people are heard, how fast and in how much memory, beside faster-whisper by itself on the same
// recordings in the same run. `npm run bench:real`, or some parts: `node bench/real/run.ts words confidence`

const PARTS: Record<string, (hearing: Hearing) => Promise<void>> = {
  words: measureWords,
  invented: measureInvented,
  confidence: measureConfidence,
  speakers: measureSpeakers,
  times: measureTimes,
  vocabulary: measureVocabulary,
  speed: measureSpeed,
  together: measureTogether,
  memory: measureMemory,
  start: measureStartUp,
}

const wanted = process.argv.slice(2)
await using hearing = openHearing()
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure(hearing)
}
