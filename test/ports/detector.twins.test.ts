import { readFile, writeFile } from 'node:fs/promises'
import type { Span, VoiceActivityDetector } from '../../src/engines/voice-activity/detector.ts'
import { make } from '../support/recordings.ts'
import { detectorSuite, type SpokenTurns } from './detector.suite.ts'
import { provesSuite } from './twins.ts'

const PER_MS = 16
const TURNS: readonly Span[] = [
  { startMs: 500, endMs: 2000 },
  { startMs: 3000, endMs: 4500 },
]

/** Sound of one loudness while somebody speaks, and none in between. */
async function speak(): Promise<SpokenTurns> {
  const samples = new Int16Array(5000 * PER_MS)
  for (const { startMs, endMs } of TURNS) samples.fill(3000, startMs * PER_MS, endMs * PER_MS)
  const path = await make('pcm', 'turns of one loudness', (file) => writeFile(file, samples))
  return { path, durationMs: 5000, turns: TURNS }
}

/** Hears what is not silent. */
const honest = (): VoiceActivityDetector => ({
  name: 'honest',
  model: 'honest',
  async checkHealth() {},
  async detect(path, durationMs, signal) {
    signal.throwIfAborted()
    const samples = await readFile(path)
    const isLoud = (ms: number) => samples.readInt16LE(Math.min(ms * PER_MS * 2, samples.length - 2)) !== 0
    const spans: Span[] = []
    for (let startMs = 0; startMs < durationMs; startMs++) {
      if (!isLoud(startMs)) continue
      let endMs = startMs
      while (endMs < durationMs && isLoud(endMs)) endMs++
      spans.push({ startMs, endMs })
      startMs = endMs
    }
    return spans
  },
  async [Symbol.asyncDispose]() {},
})

/** A twin whose spans are altered. */
const altered = (change: (spans: Span[], durationMs: number) => Span[]) => (detector: VoiceActivityDetector) => ({
  ...detector,
  detect: async (path: string, durationMs: number, signal: AbortSignal) =>
    change(await detector.detect(path, durationMs, signal), durationMs),
})

let count = 0

provesSuite<VoiceActivityDetector>('detector', (open, check) => detectorSuite('', open(), speak, check), honest, {
  'finds every turn, in time order and without overlap': altered((spans) => spans.toReversed()),
  'finds the same again, also twice at once': altered((spans) => {
    count++
    return spans.map(({ startMs, endMs }) => ({ startMs, endMs: endMs + (count % 2) }))
  }),
  'finds nobody in silence': altered((spans, endMs) => (spans.length > 0 ? spans : [{ startMs: 0, endMs }])),
  'stops when it is told to, with the reason': (detector) => ({
    ...detector,
    detect: (path, durationMs) => detector.detect(path, durationMs, new AbortController().signal),
  }),
  'throws when there is nothing to read': (detector) => ({
    ...detector,
    detect: (...words) =>
      detector.detect(...words).catch((error) => {
        if (error.code === 'ENOENT') return []
        throw error
      }),
  }),
})
