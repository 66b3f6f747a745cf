import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { BYTES_PER_MS, MAX_SEGMENT_MS, SAMPLE_RATE } from '../../src/domain/audio.ts'
import { readModel } from '../../src/engines/models/installed-models.ts'
import type { InstalledModel } from '../../src/engines/models/model.ts'
import type { SherpaOnnx } from '../../src/engines/runtime/sherpa/sherpa-onnx.d.ts'
import { openSherpa } from '../../src/engines/speech/sherpa.ts'
import { makeCtcModel } from '../../test/support/made-models.ts'
import { synthesize } from '../../test/support/recordings.ts'
import { median, printFigure } from '../figures.ts'

const MINUTES = 10
const TIMES = 3
/** About the work of a small published model. */
const WIDTH = 2048

/** What hearing in processes of their own adds to calling sherpa-onnx directly: the same model, sound and threads. */
export async function measureSherpaOverhead(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-sherpa-'))
  try {
    const model = await readModel(await makeCtcModel(folder, 'tones', { width: WIDTH }))
    const path = await synthesize('sine=frequency=1000', MINUTES * 60, 'pcm', [
      '-f',
      's16le',
      '-ar',
      String(SAMPLE_RATE),
    ])
    const ratios: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const direct = await secondsOf(() => hearDirectly(model, path))
      const through = await secondsOf(() => hearThrough(model, path))
      console.error(`directly ${direct.toFixed(1)} s, in a process ${through.toFixed(1)} s`)
      ratios.push(through / direct)
    }
    printFigure(
      `time over calling sherpa-onnx directly, ${MINUTES} minutes`,
      `${median(ratios).toFixed(3)} ×`,
      '≤ 1.05 ×',
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return (performance.now() - startedMs) / 1000
}

const segments = Array.from({ length: (MINUTES * 60_000) / MAX_SEGMENT_MS }, (_, at) => ({
  ...{ channel: 0, startMs: at * MAX_SEGMENT_MS, endMs: (at + 1) * MAX_SEGMENT_MS },
}))

async function hearDirectly({ files }: InstalledModel, path: string): Promise<void> {
  const { OfflineRecognizer } = createRequire(import.meta.url)('sherpa-onnx-node') as SherpaOnnx
  const recognizer = new OfflineRecognizer({
    featConfig: { sampleRate: SAMPLE_RATE, featureDim: 128 },
    modelConfig: { medasr: { model: files.model }, tokens: files.tokens, numThreads: availableParallelism(), debug: 0 },
  })
  const bytes = await readFile(path)
  for (const { startMs, endMs } of segments) {
    const part = bytes.subarray(startMs * BYTES_PER_MS, endMs * BYTES_PER_MS)
    const whole = new Int16Array(part.buffer, part.byteOffset, part.length >> 1)
    const stream = recognizer.createStream()
    stream.acceptWaveform({ samples: Float32Array.from(whole, (sample) => sample / 32_768), sampleRate: SAMPLE_RATE })
    recognizer.decode(stream)
    recognizer.getResult(stream)
  }
}

async function hearThrough(model: InstalledModel, path: string): Promise<void> {
  const [recognizer] = openSherpa([model])
  if (!recognizer) throw new Error('sherpa-onnx is not installed')
  await using _ = recognizer
  const { signal } = new AbortController()
  const audio = { channels: [path], durationMs: MINUTES * 60_000 }
  await Array.fromAsync(recognizer.recognize(audio, segments, { language: 'en', vocabulary: [] }, signal))
}
