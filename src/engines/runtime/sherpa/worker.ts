import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BYTES_PER_MS, SAMPLE_RATE } from '../../../domain/audio.ts'
import type { DetectJob, DiarizeJob, Heard, HeardTurn, HearJob, Task } from './messages.ts'
import type { SherpaOnnx } from './sherpa-onnx.d.ts'

// A process of its own: native code that fails takes its process along, and a wrong model ends it without a word. It is
// started with its task and the task's configuration as arguments, says { ready } and then answers jobs in their order.
const sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as SherpaOnnx

const TASKS: Record<Task, (config: object) => (job: never) => unknown> = {
  hear(config) {
    const recognizer = new sherpa.OfflineRecognizer(config)
    return ({ path, startMs, endMs, hotWords }: HearJob): Heard => {
      const stream = recognizer.createStream(...(hotWords ? [hotWords] : []))
      stream.acceptWaveform({ samples: readSamples(path, startMs, endMs), sampleRate: SAMPLE_RATE })
      recognizer.decode(stream)
      const { text, tokens, timestamps, durations, ...more } = recognizer.getResult(stream)
      // SenseVoice writes <|en|>.
      const lang = more.lang.replaceAll(/[^a-z]/g, '')
      return { text, tokens, timestamps, durations, logProbabilities: more.ys_log_probs, lang }
    }
  },

  /** A model that takes sound piece by piece hears a segment to its end, with a little silence behind it. */
  stream(config) {
    const recognizer = new sherpa.OnlineRecognizer(config)
    return ({ path, startMs, endMs }: HearJob): Heard => {
      const stream = recognizer.createStream()
      for (const samples of [readSamples(path, startMs, endMs), new Float32Array(SILENCE_SAMPLES)]) {
        stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE })
      }
      stream.inputFinished()
      while (recognizer.isReady(stream)) recognizer.decode(stream)
      const { text, tokens, timestamps, ys_probs: logProbabilities } = recognizer.getResult(stream)
      return { text, tokens, timestamps, durations: [], logProbabilities, lang: '' }
    }
  },

  diarize(config) {
    const diarization = new sherpa.OfflineSpeakerDiarization(config)
    return ({ path, segments, speakers = -1 }: DiarizeJob): HeardTurn[] => {
      diarization.setConfig({ clustering: { numClusters: speakers, threshold: CLUSTER_THRESHOLD } })
      // What lies between the segments is silence to it.
      const samples = new Float32Array(Math.max(...segments.map(({ endMs }) => endMs)) * SAMPLES_PER_MS)
      for (const { startMs, endMs } of segments) {
        samples.set(readSamples(path, startMs, endMs), startMs * SAMPLES_PER_MS)
      }
      return diarization.process(samples)
    }
  },

  detect(config) {
    const detector = new sherpa.Vad(config, BUFFER_SECONDS)
    return ({ path, durationMs }: DetectJob) => {
      const spans: { startMs: number; endMs: number }[] = []
      const take = () => {
        for (; !detector.isEmpty(); detector.pop()) {
          const { start, samples } = detector.front(false)
          const toMs = (sample: number) => Math.round(sample / SAMPLES_PER_MS)
          spans.push({ startMs: toMs(start), endMs: Math.min(durationMs, toMs(start + samples.length)) })
        }
      }
      detector.reset()
      for (let startMs = 0; startMs < durationMs; startMs += BLOCK_MS) {
        const samples = readSamples(path, startMs, Math.min(durationMs, startMs + BLOCK_MS))
        for (let at = 0; at < samples.length; at += WINDOW_SAMPLES) {
          detector.acceptWaveform(samples.subarray(at, at + WINDOW_SAMPLES))
          take()
        }
      }
      detector.flush()
      take()
      return spans
    }
  },
}

const SAMPLES_PER_MS = SAMPLE_RATE / 1000
/** What Silero's model takes at a time; a block is read from the file at once, and is whole windows. */
const WINDOW_SAMPLES = 512
const BLOCK_MS = 32_000
const BUFFER_SECONDS = 60
/** What the last words need behind them. */
const SILENCE_SAMPLES = SAMPLE_RATE / 2
/** How unlike two voices are that are two; the value that sherpa-onnx advises. */
const CLUSTER_THRESHOLD = 0.5

const [, , task, config] = process.argv
const work = TASKS[task as Task](JSON.parse(config ?? '{}'))
process.on('disconnect', () => process.exit())
process.on('message', (job) => process.send?.(work(job as never)))
process.send?.({ ready: true })

/** A segment of a scratch file as numbers from -1 to 1. */
function readSamples(path: string, startMs: number, endMs: number): Float32Array {
  const bytes = new Uint8Array((endMs - startMs) * BYTES_PER_MS)
  const file = openSync(path, 'r')
  const read = readSync(file, bytes, 0, bytes.length, startMs * BYTES_PER_MS)
  closeSync(file)
  return Float32Array.from(new Int16Array(bytes.buffer, 0, read >> 1), (sample) => sample / 32_768)
}
