import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BYTES_PER_MS, SAMPLE_RATE } from '../../../domain/audio.ts'
import type { Heard, Job } from './messages.ts'
import type { SherpaOnnx } from './sherpa-onnx.d.ts'

// A process of its own: native code that fails takes its process along, and a wrong model ends it without a word. It is
// started with the recogniser's configuration as its argument, says { ready } and then answers jobs in their order.
const { OfflineRecognizer } = createRequire(import.meta.url)('sherpa-onnx-node') as SherpaOnnx

const recognizer = new OfflineRecognizer(JSON.parse(process.argv[2] ?? '{}'))

process.on('disconnect', () => process.exit())
process.on('message', (job: Job) => {
  const stream = recognizer.createStream(...(job.hotWords ? [job.hotWords] : []))
  stream.acceptWaveform({ samples: readSamples(job), sampleRate: SAMPLE_RATE })
  recognizer.decode(stream)
  const { text, tokens, timestamps, durations, ys_log_probs: logProbabilities } = recognizer.getResult(stream)
  process.send?.({ text, tokens, timestamps, durations, logProbabilities } satisfies Heard)
})
process.send?.({ ready: true })

/** A stretch of a scratch file as numbers from -1 to 1. */
function readSamples({ path, startMs, endMs }: Job): Float32Array {
  const bytes = new Uint8Array((endMs - startMs) * BYTES_PER_MS)
  const file = openSync(path, 'r')
  const read = readSync(file, bytes, 0, bytes.length, startMs * BYTES_PER_MS)
  closeSync(file)
  return Float32Array.from(new Int16Array(bytes.buffer, 0, read >> 1), (sample) => sample / 32_768)
}
