import { anyServes } from '../../src/domain/language.ts'
import { openEngines } from '../../src/server/open-engines.ts'
import { readConfig } from '../../src/server/settings.ts'
import { treeBytes } from '../process-tree.ts'
import { hearByOsler, heardText } from '../speech/hear.ts'
import { speakConsultations } from '../speech/spoken-consultations.ts'
import { countErrors } from '../speech/word-scores.ts'

const SAMPLE_MS = 500

/** Every engine that is installed or configured on the consultations of the speech bench, side by side. */
export async function measureInstalled(): Promise<void> {
  const { recognizers } = await openEngines(readConfig(process.env))
  const consultations = await speakConsultations(['mono'])
  for (const { name, model, languages } of recognizers) {
    if (!anyServes(languages, 'en')) continue
    const env = { OSLER_SPEECH: name, OSLER_SPEECH_MODEL: model }
    const total = { errors: 0, words: 0, audioMs: 0, wallMs: 0, peakBytes: 0 }
    for (const { wav, turns, durationMs } of consultations) {
      const startedMs = performance.now()
      const timer = setInterval(async () => {
        total.peakBytes = Math.max(total.peakBytes, (await treeBytes(process.pid)) - process.memoryUsage.rss())
      }, SAMPLE_MS)
      const transcript = await hearByOsler(wav, env).finally(() => clearInterval(timer))
      const { errors, words } = countErrors(turns.map(({ text }) => text).join(' '), heardText(transcript))
      total.errors += errors
      total.words += words
      total.audioMs += durationMs
      total.wallMs += performance.now() - startedMs
    }
    const wrong = `${((100 * total.errors) / total.words).toFixed(1)} % words wrong`
    const speed = `${(total.audioMs / total.wallMs).toFixed(1)} × as fast as speech`
    console.log(`${name} (${model}): ${wrong}, ${speed}, ${Math.round(total.peakBytes / 1e6)} MB at most`)
  }
}
